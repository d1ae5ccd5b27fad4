using UserOps.Display;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Reporting;

namespace UserOps.Experiments.Bayes;

/// <summary>How likely a treatment is better on one metric, and what the wrong choice costs.</summary>
/// <param name="Of">The comparison.</param>
/// <param name="Effect">The mean of the belief, treatment minus control: in the unit of the metric, or as a fraction of control where there is a prior.</param>
/// <param name="Credible">Its credible interval, equal tails.</param>
/// <param name="ChanceToWin">The probability that treatment is better, in the direction that is good.</param>
/// <param name="LossOfTreatment">What is lost on average by shipping, where treatment is worse after all; in the unit of <paramref name="Effect"/>.</param>
/// <param name="LossOfControl">What is lost on average by not shipping, where treatment is better after all.</param>
/// <param name="Method">How the belief was made.</param>
public sealed record MetricChance(MetricComparison Of, double Effect, Interval Credible, double ChanceToWin, double LossOfTreatment, double LossOfControl, string Method);

/// <summary>How likely each treatment is better on each metric.</summary>
/// <remarks>
/// Shares: Beta posteriors from uniform priors, exact integrals. Others, and all where there is a prior of the relative effect: normal beliefs about the effect. Chances of several metrics
/// and arms are not corrected for their number.
/// </remarks>
public sealed record ChancesResult : AnalysisResult
{
    private ChancesResult() { }

    /// <summary>The chances: treatment by treatment, the deciding metric first; comparisons without an effect are left out.</summary>
    public required IReadOnlyList<MetricChance> Chances { get; init; }

    /// <summary>What was believed of every relative effect before; null where the data alone speak.</summary>
    public required Posterior.Normal? Prior { get; init; }

    /// <summary>What stands behind it, for the caption.</summary>
    public required string Basis { get; init; }

    internal static ChancesResult Of(IEnumerable<MetricComparison> comparisons, Posterior.Normal? prior, double level, string basis)
    {
        _ = prior?.Checked();
        MetricChance[] chances = [.. comparisons.Select(one => prior is null ? Plain(one, level) : Believed(one, RelativeOf(one, level), prior, "normal, with the prior")).OfType<MetricChance>()];
        return chances.Length > 0 ? new() { Chances = chances, Prior = prior, Basis = basis }
            : throw new InsufficientDataException("no effect that a belief can be formed of", prior is null ? "one with a standard error" : "one relative to a control above 0", "Look at the effects for the reasons.");
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How likely is it better?",
        [
            new("Metric", Format.Text), new("Arm", Format.Text), new(Prior is null ? "Difference" : "Relative", Format.Text), new("Credible interval", Format.Text), new("Treatment better", Format.Percent(1)),
            new("Loss if shipped", Format.Text), new("Loss if not", Format.Text), new("Belief", Format.Text),
        ],
        Chances.Select(one => new object?[]
        {
            one.Of.Metric.Name, one.Of.Arm, Write(one, one.Effect), $"[{Write(one, one.Credible.Lower)}, {Write(one, one.Credible.Upper)}]", one.ChanceToWin,
            Write(one, one.LossOfTreatment).TrimStart('+'), Write(one, one.LossOfControl).TrimStart('+'), one.Method,
        }),
        $"{Basis} · {(Prior is { } prior ? $"prior of the relative effect: {Format.Percent(1).Write(prior.Centre)} ± {Format.Percent(1).Write(prior.Deviation)}" : "no prior knowledge of the effect")} · equal tails");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        ["Losses are what the wrong choice costs, weighed with how likely it is wrong. A chance to win that was looked at every day until it was high says less than it seems."];

    private string Write(MetricChance one, double value) => Prior is null ? one.Of.Metric.WriteDifference(value) : Format.Percent(2).Write(value);

    private static MetricChance? Plain(MetricComparison one, double level)
    {
        if (one.Effect is null || one.Counts is not { } counts)
            return Believed(one, one.Effect?.Absolute is { StandardError: > 0 } effect ? effect : null, null, "normal");
        var found = BayesResult.Of(Posterior.Beta.Uniform.With(counts.Control), Posterior.Beta.Uniform.With(counts.Treatment), level);
        return Turned(new(one, found.Treatment.Mean - found.Control.Mean, found.Difference, found.ChanceToWin, found.LossOfTreatment, found.LossOfControl, "Beta, exact"));
    }

    private static MetricChance? Believed(MetricComparison one, EffectEstimate? effect, Posterior.Normal? prior, string method)
    {
        if (effect is null)
            return null;
        var found = EffectPosterior.Of(effect, prior);
        return Turned(new(one, found.Belief.Centre, found.Interval, found.ChanceToWin, found.LossOfTreatment, found.LossOfControl, method));
    }

    private static EffectEstimate? RelativeOf(MetricComparison one, double level) =>
        one.Effect is null ? null : (one.Cuped?.Contrast ?? one.Plain)?.Relative(RelativeMethod.Delta, new() { Level = level }) ?? (one.Effect.Relative is { StandardError: > 0 } resampled ? resampled : null);

    // Where lower is better the treatment wins below 0, and the losses change places.
    private static MetricChance Turned(MetricChance one) => one.Of.Metric.Better != Direction.Down ? one
        : one with { ChanceToWin = 1 - one.ChanceToWin, LossOfTreatment = one.LossOfControl, LossOfControl = one.LossOfTreatment };
}
