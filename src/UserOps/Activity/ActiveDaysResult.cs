using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>The distribution of active days.</summary>
public sealed record ActiveDaysResult : AnalysisResult
{
    internal ActiveDaysResult() { }

    /// <summary>What was asked.</summary>
    public required ActiveDaysDefinition Definition { get; init; }

    /// <summary>The days counted in.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Entry k is the number of users active on exactly k days; entry 0 is 0.</summary>
    public required IReadOnlyList<int> UsersByDays { get; init; }

    /// <summary>Users active on at least one day.</summary>
    public int Users => UsersByDays.Sum();

    /// <summary>The mean number of active days of an active user; null without users.</summary>
    public double? Mean => Users == 0 ? null : UsersByDays.Select((users, days) => (double)users * days).Sum() / Users;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Active days per user",
        [new("Active days", Format.Count), new("Users", Format.Count), new("Share", Format.Percent()), new("At least", Format.Percent())],
        Rows().Select(days => new object?[] { days, UsersByDays[days], Share(UsersByDays[days]), Share(UsersByDays.Skip(days).Sum()) }),
        Caption.Of(Users, "active users", Period, Calendar, QualifyingEvents.Describe(Definition.Events), $"mean {Format.Number(1).Write(Mean)} days"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Active days per user",
        [.. Rows().Select(days => Format.Count.Write(days))],
        new("Active days in the period", Format.Count),
        new("Users", Format.Count),
        [new("Users", [.. Rows().Select(days => (double)UsersByDays[days])])])
    { Subtitle = $"n = {Caption.Count(Users)} active users · {Period}" };

    private IEnumerable<int> Rows() => Enumerable.Range(1, Math.Max(0, UsersByDays.Select((users, days) => users > 0 ? days : 0).Max()));

    private double Share(int users) => (double)users / Users;
}
