using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Activation;

/// <summary>The share of new users who reached the goal, by cohort and in total, and how long it took.</summary>
public sealed record ActivationResult : AnalysisResult
{
    internal ActivationResult() { }

    /// <summary>What was asked.</summary>
    public required ActivationDefinition Definition { get; init; }

    /// <summary>The goal that was counted.</summary>
    public required ActivationGoal Goal { get; init; }

    /// <summary>The days in which users are new.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>All new users of the period.</summary>
    public required ActivationCohort Total { get; init; }

    /// <summary>New users by step, in order.</summary>
    public required IReadOnlyList<ActivationCohort> Cohorts { get; init; }

    /// <summary>What comparisons of the share between runs need.</summary>
    internal Func<MetricEvidence?>? Evidence { get; init; }

    /// <summary>The time to the goal in days, of all new users; those who have not reached it are censored at the end of the data.</summary>
    public required KaplanMeier Time { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Activation within {Definition.WithinDays} days",
        [
            new("New in", Format.Text), new("New users", Format.Count), new("Counted", Format.Count), new("Activated", Format.Count),
            new("Share", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("Median time", Format.Duration),
        ],
        [.. Cohorts.Select(cohort => Row(Format.Date.Write(cohort.Start), cohort)), Row("All", Total)],
        Caption.Of(
            Total.NewUsers, "new users", Period, Calendar, $"goal: {Goal.Describe()}, within {Definition.WithinDays} × 24 h of being first seen",
            Caption.Level(Definition.Level), "median time of those activated"));

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        int[] days = [.. Enumerable.Range(0, 4 * Definition.WithinDays + 1).Where(day => day <= Watched)];
        return new LineChart(
            "Time to activate",
            [.. days.Select(day => (object)(double)day)],
            new("Days since first seen", Format.Count),
            new("Share of new users activated", Format.Percent(0)),
            [
                new("Activated", [.. days.Select(day => 1 - Time.SurvivalAt(day))])
                {
                    Lower = [.. days.Select(day => 1 - (Time.PointAt(day)?.Upper ?? 1))],
                    Upper = [.. days.Select(day => 1 - (Time.PointAt(day)?.Lower ?? 1))],
                },
            ])
        { Subtitle = $"n = {Caption.Count(Total.NewUsers)} new users · goal: {Goal.Describe()} · Kaplan–Meier with {Format.Percent(0).Write(Definition.Level)} band" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Total.Immature > 0 ? (string[])[$"Left out as too new: {Caption.Count(Total.Immature)} of {Caption.Count(Total.NewUsers)} new users, for whom {Definition.WithinDays} days have not elapsed."] : [],
        Time.MedianInterval is { } interval && Time.Median is { } median
            ? $"Median time of all new users, those without the goal censored at the end of the data: {Days(median)} (interval {Days(interval.Lower)} to {(double.IsFinite(interval.Upper) ? Days(interval.Upper) : "not reached")})."
            : "Fewer than half of the new users reached the goal in the time observed: there is no median time of all.",
    ];

    private double Watched => Time.LastTime;

    private static string Days(double days) => Format.Duration.Write(TimeSpan.FromDays(days));

    private static object?[] Row(string name, ActivationCohort cohort) =>
    [
        name, cohort.NewUsers, cohort.Counted, cohort.Activated, cohort.Rate, cohort.Interval?.Lower, cohort.Interval?.Upper, cohort.MedianTime,
    ];
}
