using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Views;

/// <summary>The effect in one span after exposure.</summary>
/// <param name="FromDay">The first day after exposure that counts, 0 for the day from exposure on.</param>
/// <param name="ToDay">The day after the last one.</param>
/// <param name="Effect">The absolute effect on what users did in the span; null where nobody did.</param>
/// <param name="ControlCount">Units in control for whom the span has elapsed.</param>
/// <param name="TreatmentCount">Units in treatment for whom the span has elapsed.</param>
public sealed record NoveltySpan(int FromDay, int ToDay, EffectEstimate? Effect, long ControlCount, long TreatmentCount);

/// <summary>Whether the effect fades or grows with the time since exposure.</summary>
/// <remarks>R. Kohavi, D. Tang and Y. Xu (2020), "Trustworthy Online Controlled Experiments", chapter 23. Each span counts those for whom it has elapsed, so later
/// spans rest on users who came early.</remarks>
public sealed record NoveltyResult : AnalysisResult
{
    internal NoveltyResult() { }

    /// <summary>The metric.</summary>
    public required ExperimentMetric Metric { get; init; }

    /// <summary>The treatment.</summary>
    public required string Arm { get; init; }

    /// <summary>The spans after exposure, in order.</summary>
    public required IReadOnlyList<NoveltySpan> Spans { get; init; }

    /// <summary>The p-value of the test that the effect has no trend over spans; null with fewer than three spans.</summary>
    public required double? TrendPValue { get; init; }

    /// <summary>By how much the effect changes from one span to the next, in the unit of the metric; null with fewer than three spans.</summary>
    public required double? Slope { get; init; }

    /// <summary>The level of the intervals.</summary>
    public required double Level { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Metric.Name} by time since exposure",
        [new("Days after exposure", Format.Text), new("Control", Format.Count), new("Treatment", Format.Count), new("Difference", Format.Text), new("Interval", Format.Text)],
        Spans.Select(span => new object?[]
        {
            Name(span), span.ControlCount, span.TreatmentCount, span.Effect is { } effect ? Metric.WriteDifference(effect.Value) : null,
            span.Effect is { Interval: { } bounds } ? $"[{Metric.WriteDifference(bounds.Lower)}, {Metric.WriteDifference(bounds.Upper)}]" : "nobody did it",
        }),
        $"'{Arm}' against control · what users did in each span · users for whom the span has elapsed · {Caption.PerCent(Level)} intervals, Welch");

    /// <inheritdoc/>
    public override Chart? ToChart()
    {
        NoveltySpan[] drawn = [.. Spans.Where(span => span.Effect is not null)];
        return drawn.Length < 2 ? null : new LineChart(
            $"{Metric.Name}: does the effect last?", [.. drawn.Select(span => (object)Name(span))], new("Days after exposure", Format.Text),
            new("Treatment minus control", Metric is ExperimentMetric.Share ? Format.Points(1) : Metric.ValueFormat),
            [
                new("Effect", [.. drawn.Select(span => span.Effect!.Value)]) { Lower = [.. drawn.Select(span => span.Effect!.Interval.Lower)], Upper = [.. drawn.Select(span => span.Effect!.Interval.Upper)] },
                new("No effect", [.. drawn.Select(_ => 0.0)]),
            ]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => TrendPValue is not { } p ? ["Fewer than three spans: whether the effect fades cannot be told."]
        : p >= 0.05 ? [$"No trend is shown ({PWords.Of(p)}): the effect neither fades nor grows as far as can be seen."]
        : [$"The effect {(Slope * Spans[0].Effect!.Value < 0 ? "fades (novelty)" : "grows (users learn)")} with time since exposure ({PWords.Of(p)}): judge it by the later spans."];

    private static string Name(NoveltySpan span) => span.ToDay == span.FromDay + 1 ? $"{span.FromDay}" : $"{span.FromDay}–{span.ToDay - 1}";
}
