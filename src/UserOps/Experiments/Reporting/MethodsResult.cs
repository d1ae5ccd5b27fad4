using UserOps.Display;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Reporting;

/// <summary>The deciding metric weighted over strata (post-stratification).</summary>
/// <param name="Arm">The treatment.</param>
/// <param name="Properties">The properties whose combinations are the strata.</param>
/// <param name="Contrast">The weighted contrast.</param>
/// <param name="LeftOut">Units in strata without two units in both arms.</param>
public sealed record StratifiedEffect(string Arm, IReadOnlyList<string> Properties, Contrast Contrast, long LeftOut);

/// <summary>The relative effect of each metric by several methods side by side, and what the past explains.</summary>
public sealed record MethodsResult : AnalysisResult
{
    internal MethodsResult() { }

    /// <summary>The comparisons.</summary>
    public required IReadOnlyList<MetricComparison> Comparisons { get; init; }

    /// <summary>The deciding metric weighted over strata; null where no property was named.</summary>
    public required StratifiedEffect? Stratified { get; init; }

    /// <summary>The level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>By which part CUPED made the variance of the deciding metric smaller, a fraction, as a named number; null without covariates.</summary>
    public Metric? Gain => Comparisons.FirstOrDefault(one => one.Cuped is not null)?.Cuped is { } cuped
        ? new("experiment.cuped_variance_reduction", cuped.VarianceReduction, "fraction") { Label = "Variance explained by what was known before", Definition = "1 − variance of the effect with covariates ÷ without", Better = Direction.Up }
        : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Relative effect by method",
        [
            new("Metric", Format.Text), new("Arm", Format.Text), new("Method", Format.Text), new("Effect", Format.Percent(2)), new("Lower", Format.Percent(2)),
            new("Upper", Format.Percent(2)), new("p", Format.Text), new("Variance explained", Format.Percent(1)),
        ],
        Comparisons.SelectMany(one => Rows(one, one.Metric == Comparisons[0].Metric && one.Arm == Stratified?.Arm ? Stratified : null)),
        $"{Caption.PerCent(Level)} intervals · Fieller inverts the test, delta and log-delta linearise it; CUPED takes out what was known before exposure");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Comparisons.Any(one => one.Cuped is not null) ? ["A test with a variance smaller by a tenth needs a tenth fewer users. Covariates were settled before exposure."] : (string[])[],
        .. Stratified is { LeftOut: > 0 } strata ? [$"{Caption.Count(strata.LeftOut)} units are left out of the strata: theirs have fewer than two in an arm. Name fewer or coarser properties."] : (string[])[],
    ];

    private IEnumerable<object?[]> Rows(MetricComparison one, StratifiedEffect? stratified)
    {
        var test = new EffectTest { Level = Level };
        if (one.Metric is ExperimentMetric.Share && one.Effect?.Relative is { } share)
            yield return Row(one, "MOVER (Wilson limits)", share, null);
        foreach (var method in Enum.GetValues<RelativeMethod>())
            if (one.Plain is { } plain)
                yield return Row(one, Name(plain, method), plain.Relative(method, test), null);
        if (one.Cuped is { } cuped)
            yield return Row(one, "CUPED, Fieller", cuped.Contrast.Relative(RelativeMethod.Fieller, test), cuped.VarianceReduction);
        if (stratified is { } strata)
            yield return Row(one, $"strata of {string.Join(" × ", strata.Properties)}, Fieller", strata.Contrast.Relative(RelativeMethod.Fieller, test), one.Plain is { } unweighted ? 1 - strata.Contrast.Variance / unweighted.Variance : null);
    }

    private static string Name(Contrast contrast, RelativeMethod method) => $"{contrast.Method}, {method switch { RelativeMethod.Delta => "delta", RelativeMethod.LogDelta => "log-delta", _ => "Fieller" }}";

    private static object?[] Row(MetricComparison one, string method, EffectEstimate? effect, double? explained) =>
    [
        one.Metric.Name, one.Arm, method, effect?.Value, effect?.Interval.Lower, effect?.Interval.Upper, effect is null ? "none" : PWords.Cell(effect.PValue), explained,
    ];
}
