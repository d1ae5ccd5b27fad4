using UserOps.Time;

namespace UserOps.Activity;

/// <summary>How monthly active users are counted.</summary>
public enum MonthWindow
{
    /// <summary>The 30 days that end with the day.</summary>
    Trailing30,
    /// <summary>The 28 days that end with the day: always four of each weekday.</summary>
    Trailing28,
    /// <summary>The calendar month that holds the day.</summary>
    CalendarMonth,
}

/// <summary>What is asked about active users.</summary>
public sealed record ActiveUsersDefinition
{
    /// <summary>The days to report; all days of the data when absent. Windows look back before its start where the data do.</summary>
    public Period? Period { get; init; }

    /// <summary>The names of the events that count as activity; all events when empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>How monthly active users are counted.</summary>
    public MonthWindow Month { get; init; } = MonthWindow.Trailing30;
}
