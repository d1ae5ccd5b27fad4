using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>Reads the core path 核心路径 off the data: what most of those who reached a goal did on the way.</summary>
public static class CorePathAnalysis
{
    private const double MostBuyers = 0.75;
    private const double FewestTimes = 1.1;
    private const int FewestUsers = 30;

    internal static readonly string[] UsualGoals =
        ["pay", "paid", "payment", "purchase", "buy", "order", "checkout_complete", "支付", "支付成功", "付款", "付款成功", "购买", "购买成功", "下单", "成交"];

    /// <summary>The events that at least three in four of the users who reached the goal did before it, in the order in which they usually first did them, and the goal. What users do only once, such as signing up, is left out.</summary>
    /// <param name="data">The export.</param>
    /// <param name="goal">The event in which the path ends; when absent, the first of the usual names for a purchase that the export has.</param>
    /// <exception cref="UserOpsException">The goal is unknown, or none was given and no event has a usual name; the message lists the events.</exception>
    /// <exception cref="MissingDataException">The export has only one kind of event, such as orders.</exception>
    /// <exception cref="InsufficientDataException">Fewer than 30 users reached the goal.</exception>
    /// <remarks>A suggestion to begin with: it knows what buyers did, not which steps were needed.</remarks>
    public static IReadOnlyList<string> CorePath(this Dataset data, string? goal = null)
    {
        var activity = data.Activity;
        if (activity.EventNames.Count < 2)
            throw new MissingDataException(
                $"A core path needs several kinds of events; the export has only '{string.Join("", activity.EventNames)}'. Add the events of the app or shop.");
        int goalCode = GoalOf(activity, goal);
        var before = FirstTimes(activity, goalCode);
        if (before.Users < FewestUsers)
            throw new InsufficientDataException(
                $"{before.Users} users who reached '{activity.EventNames[goalCode]}'", $"{FewestUsers}", "Name another goal, or the steps themselves.");
        var steps = Enumerable.Range(0, activity.EventNames.Count)
            .Where(code => code != goalCode && before.Reached[code] >= MostBuyers * before.Users && IsRepeated(activity, code))
            .OrderBy(code => before.RankSum[code] / before.Reached[code]);
        return [.. steps.Append(goalCode).Select(code => activity.EventNames[code])];
    }

    private static int GoalOf(EventStore activity, string? goal)
    {
        int code = goal is not null
            ? activity.CodeOf(goal)
            : UsualGoals.Select(activity.CodeOf).FirstOrDefault(known => known >= 0, -1);
        return code >= 0 ? code : throw new UserOpsException(
            (goal is null ? "No event has a usual name for a purchase; name the goal of the core path." : $"The goal '{goal}' is no event of this export.")
            + $" Its events: {string.Join(", ", activity.EventNames)}.");
    }

    /// <summary>Whether users do it again and again; what is done once, such as signing up, is no step that can be taken anew.</summary>
    private static bool IsRepeated(EventStore activity, int code)
    {
        int users = 0, times = 0;
        for (int user = 0; user < activity.Users.Count; user++)
        {
            int before = times;
            foreach (var e in activity[user])
                times += e.Code == code ? 1 : 0;
            users += times > before ? 1 : 0;
        }
        return times >= FewestTimes * users;
    }

    /// <summary>Over the users who reached the goal: how many did each event before it, and the sum of the places of its first time among their first times.</summary>
    private static (int Users, int[] Reached, double[] RankSum) FirstTimes(EventStore activity, int goal)
    {
        int events = activity.EventNames.Count, users = 0;
        int[] reached = new int[events];
        double[] rankSum = new double[events];
        List<int> seen = [];
        for (int user = 0; user < activity.Users.Count; user++)
        {
            if (!ReachesGoal(activity[user], goal, seen))
                continue;
            users++;
            for (int place = 0; place < seen.Count; place++)
            {
                reached[seen[place]]++;
                rankSum[seen[place]] += place;
            }
        }
        return (users, reached, rankSum);
    }

    private static bool ReachesGoal(UserEvents journey, int goal, List<int> seen)
    {
        seen.Clear();
        foreach (var e in journey)
        {
            if (e.Code == goal)
                return true;
            if (!seen.Contains(e.Code))
                seen.Add(e.Code);
        }
        return false;
    }
}
