using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Views;

/// <summary>The effect on the deciding metric as users came in.</summary>
/// <param name="Day">The last day of exposure that counts.</param>
/// <param name="Control">Units in control so far.</param>
/// <param name="Treatment">Units in treatment so far.</param>
/// <param name="Effect">The absolute effect.</param>
/// <param name="AlwaysValid">An interval that holds on every day at once; null where there is none yet.</param>
public sealed record CumulativePoint(DateOnly Day, long Control, long Treatment, EffectEstimate Effect, Interval? AlwaysValid);

/// <summary>The effect over the days of an experiment, with an interval that may be looked at every day.</summary>
public sealed record CumulativeResult : AnalysisResult
{
    internal CumulativeResult() { }

    /// <summary>The metric.</summary>
    public required ExperimentMetric Metric { get; init; }

    /// <summary>The treatment.</summary>
    public required string Arm { get; init; }

    /// <summary>A point for each day with enough users.</summary>
    public required IReadOnlyList<CumulativePoint> Points { get; init; }

    /// <summary>The level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>The first day on which the always-valid interval excludes 0; null where it never does.</summary>
    public DateOnly? ClearSince => Points.FirstOrDefault(point => point.AlwaysValid is { } interval && !interval.Contains(0))?.Day;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Metric.Name} over the days of the experiment",
        [
            new("Exposed until", Format.Date), new("Control", Format.Count), new("Treatment", Format.Count), new("Difference", Format.Text),
            new("Interval of the day", Format.Text), new("Always-valid interval", Format.Text),
        ],
        Points.Select(point => new object?[]
        {
            point.Day, point.Control, point.Treatment, Metric.WriteDifference(point.Effect.Value), Write(point.Effect.Interval), point.AlwaysValid is { } interval ? Write(interval) : null,
        }),
        $"'{Arm}' against control · {Caption.PerCent(Level)} · the interval of the day holds for one look planned before, the always-valid one for a look every day");

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"{Metric.Name}: effect as users came in", [.. Points.Select(point => (object)point.Day)], new("Exposed until", Format.Date), new("Treatment minus control", Metric is ExperimentMetric.Share ? Format.Points(1) : Metric.ValueFormat),
        [
            new("Effect", [.. Points.Select(point => point.AlwaysValid is { } interval ? (interval.Lower + interval.Upper) / 2 : point.Effect.Value)]) { Lower = Bounds(point => point.AlwaysValid?.Lower), Upper = Bounds(point => point.AlwaysValid?.Upper) },
            new("No effect", [.. Points.Select(_ => 0.0)]),
        ])
    { Subtitle = $"'{Arm}' against control · band: {Caption.PerCent(Level)} at every day at once" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        ClearSince is { } day ? $"With a look every day the effect is clear since {Format.Date.Write(day)}." : "With a look every day the effect is not clear on any day: the always-valid interval never leaves 0.",
        "Stopping at the first day on which the narrower interval of the day leaves 0 would find an effect far too often where there is none.",
    ];

    private double[] Bounds(Func<CumulativePoint, double?> of) => [.. Points.Select(point => of(point) ?? double.NaN)];

    private string Write(Interval interval) => $"[{Metric.WriteDifference(interval.Lower)}, {Metric.WriteDifference(interval.Upper)}]";
}
