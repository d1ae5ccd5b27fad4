using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>What is asked about the number of days on which users are active.</summary>
public sealed record ActiveDaysDefinition
{
    /// <summary>The days to count in; all fully observed days of the data when absent.</summary>
    public Period? Period { get; init; }

    /// <summary>The names of the events that count as activity; all events when empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}

/// <summary>On how many days users are active.</summary>
public static class ActiveDaysAnalysis
{
    /// <summary>How many users were active on 1, 2, 3 … days of a period; users without activity in it are not counted.</summary>
    /// <exception cref="UserOpsException">The export has neither events nor orders, or an event name is unknown.</exception>
    public static ActiveDaysResult ActiveDays(this Dataset data, ActiveDaysDefinition? definition = null)
    {
        definition ??= new();
        var period = definition.Period?.Intersect(data.Observed) ?? data.Observed;
        (long from, long to) = data.Ticks(period);
        var steps = new ActiveSteps(QualifyingEvents.Of(data, definition.Events).Between(from, to), data.Calendar, Grain.Day, period);
        int[] users = new int[period.Days + 1];
        for (int user = 0; user < data.Users.Count; user++)
            users[steps.Of(user).Length]++;
        users[0] = 0;
        return new() { Definition = definition, Period = period, Calendar = data.Calendar, UsersByDays = users };
    }
}
