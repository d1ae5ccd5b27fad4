using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Reporting;

/// <summary>Every metric in every treatment beside control.</summary>
public sealed record EffectsResult : AnalysisResult
{
    internal EffectsResult() { }

    /// <summary>The comparisons: treatment by treatment, the deciding metric first.</summary>
    public required IReadOnlyList<MetricComparison> Comparisons { get; init; }

    /// <summary>What stands behind it, for the caption.</summary>
    public required string Basis { get; init; }

    /// <summary>What is wrong with the experiment; stands above the effects.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The comparison of a metric in a treatment, or in the first one.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public MetricComparison this[string metric, string? arm = null] => Comparisons.FirstOrDefault(one => one.Metric.Name == metric && (arm is null || one.Arm == arm))
        ?? throw new UserOpsException($"No metric '{metric}' was compared{(arm is null ? "" : $" in '{arm}'")}. There are: {string.Join(", ", Comparisons.Select(one => one.Metric.Name).Distinct())}.");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Warnings.Count == 0 ? "Effects" : "Effects (not to be trusted, see above)",
        [
            new("Metric", Format.Text), new("Arm", Format.Text), new("Control", Format.Text), new("Treatment", Format.Text), new("Difference", Format.Text),
            new("Interval", Format.Text), new("Relative", Format.Percent()), new("Lower", Format.Percent()), new("Upper", Format.Percent()), new("p", Format.Text),
            new("p corrected", Format.Text), new("Method", Format.Text),
        ],
        Comparisons.Select(Row),
        Basis + " · p corrected: Holm, over arms for the deciding metric, over the other success metrics and arms for these");

    /// <inheritdoc/>
    public override Chart? ToChart()
    {
        MetricComparison[] drawn = [.. Comparisons.Where(one => one.Effect?.Relative is { Interval: { } bounds } && double.IsFinite(bounds.Lower) && double.IsFinite(bounds.Upper))];
        if (drawn.Length == 0)
            return null;
        bool several = Comparisons.Select(one => one.Arm).Distinct().Count() > 1;
        return new BarChart(
            "Relative effect on each metric",
            [.. drawn.Select(one => several ? $"{one.Metric.Name}, {one.Arm}" : one.Metric.Name)],
            new("", Format.Text),
            new("Treatment against control", Format.Percent(1)),
            [
                new("Effect", [.. drawn.Select(one => one.Effect!.Relative!.Value)])
                {
                    Lower = [.. drawn.Select(one => one.Effect!.Relative!.Interval.Lower)],
                    Upper = [.. drawn.Select(one => one.Effect!.Relative!.Interval.Upper)],
                },
            ])
        { Horizontal = true, Height = 180, Subtitle = $"bars: estimates, lines: intervals; a line across 0 is no clear effect · {Basis}" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Warnings,
        .. Comparisons.Where(one => one.Refusal is not null).Select(one => $"{one.Metric.Name}, {one.Arm}: no effect. {one.Refusal}"),
        .. Comparisons.SelectMany(one => one.Notes.Select(note => $"{one.Metric.Name}, {one.Arm}: {note}")),
        .. Comparisons.Where(one => one.Metric.Role == MetricRole.Guardrail && one.Effect is not null).Select(Guardrail),
        .. Comparisons.Select(one => one.Metric).Distinct().Select(metric => $"{metric.Name}: {metric.Describe()}."),
    ];

    private static string Guardrail(MetricComparison one) =>
        $"Guardrail {one.Metric.Name}, {one.Arm}: {(one.IsWorse ? "harmed" : one.Holds ? "holds" : "not shown to hold")}; a worsening by {Format.Percent(0).Write(one.Metric.Margin)} of control or more: {(one.MarginPValue is { } p ? PWords.Of(p) + ", one-sided" : "cannot be tested")}.";

    private static object?[] Row(MetricComparison one)
    {
        var (metric, effect) = (one.Metric, one.Effect);
        return
        [
            metric.Name, one.Arm, Write(metric, one.Control, one.ControlCount), Write(metric, one.Treatment, one.TreatmentCount),
            effect is null ? null : metric.WriteDifference(effect.Absolute.Value),
            effect is null ? null : $"[{metric.WriteDifference(effect.Absolute.Interval.Lower)}, {metric.WriteDifference(effect.Absolute.Interval.Upper)}]",
            effect?.Relative?.Value, effect?.Relative?.Interval.Lower, effect?.Relative?.Interval.Upper,
            effect is null ? "refused" : PWords.Cell(effect.Absolute.PValue), one.AdjustedPValue is { } p ? PWords.Cell(p) : null, effect?.Absolute.Method,
        ];
    }

    private static string? Write(ExperimentMetric metric, double? value, long n) => value is { } found ? $"{metric.ValueFormat.Write(found)} (n {Caption.Count(n)})" : null;
}
