using UserOps.Data;

namespace UserOps.Activity;

/// <summary>How many users are active by day, week and month.</summary>
public static class ActiveUsersAnalysis
{
    /// <summary>Daily, weekly (trailing 7 days) and monthly active users and stickiness for each day of a period.</summary>
    /// <exception cref="UserOpsException">The export has neither events nor orders, or an event name is unknown.</exception>
    public static ActiveUsersResult ActiveUsers(this Dataset data, ActiveUsersDefinition? definition = null)
    {
        definition ??= new();
        var period = definition.Period ?? data.Period;
        var counts = DailyCounts.Of(data, definition, period);
        ActiveUsersDay[] days = [.. Enumerable.Range(period.Start.DayNumber, period.Days).Select(counts.DayAt)];
        return new() { Definition = definition, Period = period, Calendar = data.Calendar, Users = counts.Users, Days = days, Evidence = new(data, definition, days) };
    }
}
