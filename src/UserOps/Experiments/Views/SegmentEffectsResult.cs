using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Views;

/// <summary>The effect in one segment.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Effect">The absolute effect; null where the segment has too few units.</param>
/// <param name="ControlCount">Units in control.</param>
/// <param name="TreatmentCount">Units in treatment.</param>
public sealed record SegmentEffect(string Name, EffectEstimate? Effect, long ControlCount, long TreatmentCount);

/// <summary>The effect on the deciding metric in segments, and whether segments differ at all. Exploratory.</summary>
/// <remarks>W. G. Cochran (1954), "The combination of estimates from different experiments", Biometrics 10: Q is χ² with one degree of freedom fewer than segments
/// when the effect is the same in all. Among many segments one is always the best; only a difference that the test shows is worth a test of its own.</remarks>
public sealed record SegmentEffectsResult : AnalysisResult
{
    internal SegmentEffectsResult() { }

    /// <summary>The property.</summary>
    public required string Property { get; init; }

    /// <summary>The metric.</summary>
    public required ExperimentMetric Metric { get; init; }

    /// <summary>The treatment.</summary>
    public required string Arm { get; init; }

    /// <summary>The segments, the largest first.</summary>
    public required IReadOnlyList<SegmentEffect> Segments { get; init; }

    /// <summary>The p-value of the test that the effect is the same in all segments; null with fewer than two that can be compared.</summary>
    public required double? InteractionPValue { get; init; }

    /// <summary>The level of the intervals.</summary>
    public required double Level { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Metric.Name} by {Property} (exploratory)",
        [
            new(char.ToUpperInvariant(Property[0]) + Property[1..], Format.Text), new("Control", Format.Count), new("Treatment", Format.Count), new("Difference", Format.Text), new("Interval", Format.Text),
        ],
        Segments.Select(one => new object?[]
        {
            one.Name, one.ControlCount, one.TreatmentCount, one.Effect is { } effect ? Metric.WriteDifference(effect.Value) : null,
            one.Effect is { Interval: { } bounds } ? $"[{Metric.WriteDifference(bounds.Lower)}, {Metric.WriteDifference(bounds.Upper)}]" : "too few",
        }),
        $"'{Arm}' against control · {Caption.PerCent(Level)} intervals, Welch");

    /// <inheritdoc/>
    public override Chart? ToChart()
    {
        SegmentEffect[] drawn = [.. Segments.Where(one => one.Effect is not null)];
        return drawn.Length < 2 ? null : new BarChart(
            $"{Metric.Name}: effect by {Property} (exploratory)", [.. drawn.Select(one => one.Name)], new("", Format.Text),
            new("Treatment minus control", Metric is ExperimentMetric.Share ? Format.Points(1) : Metric.ValueFormat),
            [new("Effect", [.. drawn.Select(one => one.Effect!.Value)]) { Lower = [.. drawn.Select(one => one.Effect!.Interval.Lower)], Upper = [.. drawn.Select(one => one.Effect!.Interval.Upper)] }])
        { Horizontal = true, Height = 180 };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        InteractionPValue is { } p
            ? $"Test that the effect is the same in all segments: {PWords.Of(p)}. {(p < 0.05 ? "Segments may differ: confirm it in a test of its own." : "Nothing shows that segments differ: do not read the bars as differences.")}"
            : "Too few segments can be compared to test whether they differ.",
        "Exploratory: segments were not what the experiment was planned for.",
    ];

    internal static double? Interaction(IEnumerable<Contrast> effects)
    {
        Contrast[] all = [.. effects];
        double weights = all.Sum(one => 1 / one.Variance), mean = all.Sum(one => one.Difference / one.Variance) / weights;
        return all.Length < 2 ? null : Statistics.ChiSquare.Tail(all.Sum(one => Math.Pow(one.Difference - mean, 2) / one.Variance), all.Length - 1);
    }
}
