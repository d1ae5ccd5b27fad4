using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>How often an event happened.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Times">How many times.</param>
/// <param name="Users">How many users did it at least once.</param>
public sealed record EventCount(string Event, long Times, int Users);

/// <summary>How often each event happened, the one that most users did first.</summary>
public sealed record EventCountsResult : AnalysisResult
{
    private const int MostBars = 20;

    internal EventCountsResult() { }

    /// <summary>The days counted in.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Users with at least one event in the period.</summary>
    public required int Users { get; init; }

    /// <summary>One entry an event that happened.</summary>
    public required IReadOnlyList<EventCount> Events { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Events",
        [new("Event", Format.Text), new("Users", Format.Count), new("Share of users", Format.Percent()), new("Times", Format.Count), new("Times per user", Format.Number(1))],
        Events.Select(e => new object?[] { e.Event, e.Users, (double)e.Users / Users, e.Times, (double)e.Times / e.Users }),
        Caption.Of(Users, "users with an event", Period, Calendar, "times per user: of those who did it"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Users by event",
        [.. Events.Take(MostBars).Select(e => e.Event)],
        new("Event", Format.Text),
        new("Users who did it at least once", Format.Count),
        [new("Users", [.. Events.Take(MostBars).Select(e => (double)e.Users)])])
    { Horizontal = true, Subtitle = $"n = {Caption.Count(Users)} users · {Period}", Height = Math.Max(280, 120 + 24 * Math.Min(MostBars, Events.Count)) };
}
