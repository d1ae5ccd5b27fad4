using UserOps.Differences;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Retention by period after the start, over all cohorts that the period has fully elapsed for.</summary>
public sealed record RetentionCurve : AnalysisResult
{
    internal RetentionCurve() { }

    /// <summary>What was asked.</summary>
    public required RetentionDefinition Definition { get; init; }

    /// <summary>The days in which cohorts start.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Distinct users in the cohorts.</summary>
    public required int Users { get; init; }

    /// <summary>One point a range of periods.</summary>
    public required IReadOnlyList<RetentionPoint> Points { get; init; }

    /// <summary>The points by cell, as comparisons between runs need them.</summary>
    internal Func<IReadOnlyList<UserEvidence?>>? Evidence { get; init; }

    /// <summary>The points that there are as metrics of a report, such as <c>retention.d7</c>.</summary>
    public IReadOnlyList<Metric> Metrics
    {
        get
        {
            var evidence = new Lazy<IReadOnlyList<UserEvidence?>?>(() => Evidence?.Invoke());
            return [.. Points.Select((point, cell) => MetricOf(point, () => evidence.Value?[cell])).OfType<Metric>()];
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Retention curve",
        [
            new("Period", Format.Text), new("Users", Format.Count), new("Retained", Format.Count), new("Retention", Format.Percent()),
            new("Lower", Format.Percent()), new("Upper", Format.Percent()),
        ],
        Points.Select(point => new object?[]
        {
            Label(point), point.Users, point.Retained, point.Rate, point.Interval?.Lower, point.Interval?.Upper,
        }),
        Caption.Of(Users, "users", Period, Calendar, [.. Words.Of(Definition), "mean weighted by cohort size, elapsed cohorts only", Words.Interval(Definition)]));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "Retention curve",
        Definition.Kind is RetentionKind.Bracket ? [.. Points.Select(Label)] : [.. Points.Select(point => (object)(double)point.Range.From)],
        new(Words.PeriodAxis(Definition), Format.Count),
        new("Share of users who came back", Format.Percent(0)),
        [Words.Line("All users", Points)])
    { Subtitle = string.Join(" · ", $"n = {Caption.Count(Users)} users", Words.Interval(Definition)) };

    private Metric? MetricOf(RetentionPoint point, Func<MetricEvidence?> evidence) => point.Rate is not { } rate ? null
        : new($"retention.{char.ToLowerInvariant(Definition.Grain.ToString()[0])}{point.Range.From}", rate, "fraction")
        {
            Label = $"{Definition.Grain}-{point.Range.From} retention",
            N = point.Users,
            Interval = point.Interval,
            Definition = $"Share of new users by {Definition.Kind.Describe(Definition.Grain)}; users too young for it are left out.",
            Better = Direction.Up,
            Evidence = evidence,
        };

    private string Label(RetentionPoint point) => Definition.Kind.Label(point.Range, Definition.Grain);
}
