using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>Active users of one day; a count is null where its window is not fully in the data.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Daily">Users active on the day (DAU).</param>
/// <param name="Weekly">Users active in the 7 days that end with it (WAU).</param>
/// <param name="Monthly">Users active in the month that ends with it or holds it (MAU).</param>
/// <param name="Stickiness">Mean DAU of the month window ÷ MAU, a fraction: the part of the month's users met on an average day.</param>
public sealed record ActiveUsersDay(DateOnly Day, int? Daily, int? Weekly, int? Monthly, double? Stickiness);

/// <summary>Daily, weekly and monthly active users of a period.</summary>
public sealed record ActiveUsersResult : AnalysisResult
{
    internal ActiveUsersResult() { }

    /// <summary>What was asked.</summary>
    public required ActiveUsersDefinition Definition { get; init; }

    /// <summary>The days reported.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Distinct users active in the period.</summary>
    public required int Users { get; init; }

    /// <summary>One entry a day, in order.</summary>
    public required IReadOnlyList<ActiveUsersDay> Days { get; init; }

    /// <summary>What comparisons between runs need.</summary>
    internal ActivityEvidence? Evidence { get; init; }

    /// <summary>Mean DAU over the days that have one; null without such days.</summary>
    public double? MeanDaily => Days.Average(day => (double?)day.Daily);

    /// <summary>The last day with a full week behind it; null where the data are shorter.</summary>
    public ActiveUsersDay? LatestWeek => Days.LastOrDefault(day => day.Weekly is not null);

    /// <summary>The last day with a full month behind it; null where the data are shorter.</summary>
    public ActiveUsersDay? LatestMonth => Days.LastOrDefault(day => day.Monthly is not null);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Active users",
        [
            new("Day", Format.Date), new("DAU", Format.Count), new("WAU", Format.Count), new("MAU", Format.Count),
            new("Stickiness", Format.Percent()),
        ],
        Days.Select(day => new object?[] { day.Day, day.Daily, day.Weekly, day.Monthly, day.Stickiness }),
        Caption.Of(Users, "active users", Period, Calendar, QualifyingEvents.Describe(Definition.Events), $"WAU: trailing 7 days, MAU: {MonthInWords}"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Active users",
        [.. Days.Select(day => (object)day.Day)],
        new("Day", Format.Date),
        new("Active users", Format.Count),
        [
            new("DAU", [.. Days.Select(day => day.Daily ?? double.NaN)]),
            new("WAU", [.. Days.Select(day => day.Weekly ?? double.NaN)]),
            new("MAU", [.. Days.Select(day => day.Monthly ?? double.NaN)]),
        ])
    { Subtitle = $"n = {Caption.Count(Users)} users · {Period} · MAU: {MonthInWords}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. Silence(), .. Blanks()];

    private string MonthInWords => Definition.Month switch
    {
        MonthWindow.Trailing30 => "trailing 30 days",
        MonthWindow.Trailing28 => "trailing 28 days",
        _ => "calendar month",
    };

    private IEnumerable<string> Silence()
    {
        DateOnly[] silent = [.. Days.Where(day => day.Daily == 0).Select(day => day.Day)];
        if (silent.Length > 0)
            yield return $"{silent.Length} days without any activity, counted as 0: {string.Join(", ", silent.Take(5).Select(day => Format.Date.Write(day)))}{(silent.Length > 5 ? " …" : "")}.";
    }

    private IEnumerable<string> Blanks()
    {
        if (Days.Any(day => day.Monthly is null))
            yield return "Blank: the day breaks off, or its window reaches beyond the data.";
    }
}
