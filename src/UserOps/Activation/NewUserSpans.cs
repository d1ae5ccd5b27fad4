using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activation;

/// <summary>How long a new user was watched until the goal or the end of the data.</summary>
/// <param name="User">The user's number.</param>
/// <param name="Day">The local day on which the user was first seen.</param>
/// <param name="Watched">Days (of 24 hours) from being first seen to the end of the data.</param>
/// <param name="ToGoal">Days to the goal; infinite where it was not reached by the end of the data.</param>
internal readonly record struct NewUserSpan(int User, int Day, double Watched, double ToGoal)
{
    /// <summary>Days to the goal or to the end of the data, whichever came first.</summary>
    public double Exit => Math.Min(ToGoal, Watched);

    /// <summary>Whether the user was watched for that many days.</summary>
    public bool IsMature(int days) => Watched >= days;

    /// <summary>Whether the user reached the goal within that many days.</summary>
    public bool IsActivated(int days) => ToGoal <= days;
}

/// <summary>Finds the new users of a period and their time to a goal.</summary>
internal static class NewUserSpans
{
    /// <summary>The new users, by time to goal or end, as medians and survival estimates need them; without a goal nobody reaches it.</summary>
    public static NewUserSpan[] Of(Dataset data, ActivationGoal? goal, Period period)
    {
        (long from, long to) = data.Ticks(period.Until(data.Observed.End));
        long end = data.Ticks(data.Observed).To;
        var times = goal is null ? null : new ActivationTimes(data, goal);
        long[] seen = data.FirstSeen.Ticks;
        var spans = new NewUserSpan[seen.Count(ticks => ticks >= from && ticks < to)];
        int count = 0;
        for (int user = 0; user < seen.Length; user++)
            if (seen[user] >= from && seen[user] < to)
                spans[count++] = Span(user, data.Calendar.DayOf(seen[user]), seen[user], times?.Of(user, seen[user]) ?? TimeColumn.Missing, end);
        Array.Sort(Array.ConvertAll(spans, span => span.Exit), spans);
        return spans;
    }

    private static NewUserSpan Span(int user, int day, long start, long goal, long end) =>
        new(user, day, Days(end - start), goal == TimeColumn.Missing || goal >= end ? double.PositiveInfinity : Days(goal - start));

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
