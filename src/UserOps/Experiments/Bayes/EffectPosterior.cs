using UserOps.Statistics;

namespace UserOps.Experiments.Bayes;

/// <summary>What is believed of an effect after the data, when its estimate is normal: of any metric, absolute or relative.</summary>
/// <param name="Belief">The posterior of the effect.</param>
/// <param name="Interval">Its credible interval, equal tails, at the level of the estimate.</param>
/// <remarks>
/// A. Gelman et al. (2013), "Bayesian Data Analysis", section 2.5. A prior centred at 0 with the spread of past effects (a few per cent where most changes do little) takes the winner's
/// curse out of the estimate. The normal estimate needs as many users as a z test does.
/// </remarks>
public sealed record EffectPosterior(Posterior.Normal Belief, Display.Interval Interval)
{
    /// <summary>The posterior of an effect.</summary>
    /// <param name="effect">Its estimate, with a standard error.</param>
    /// <param name="prior">What was believed before, on the scale of the effect; without it the data alone speak.</param>
    /// <exception cref="UserOpsException">The estimate has no standard error, or a parameter of the prior is out of its range.</exception>
    public static EffectPosterior Of(EffectEstimate effect, Posterior.Normal? prior = null)
    {
        double error = effect.StandardError ?? throw new UserOpsException($"{effect.Method} gives no standard error; take Welch's test or the Wald test of rates.");
        Require.That(error > 0 && double.IsFinite(error), $"an effect with standard error {error}; a number above 0 is needed");
        _ = prior?.Checked();
        var belief = prior?.With(effect.Value, error) ?? new(effect.Value, error);
        double half = Tails.Quantile((1 - effect.Test.Checked().Level) / 2) * belief.Deviation;
        return new(belief, new(belief.Centre - half, belief.Centre + half, effect.Test.Level));
    }

    /// <summary>The probability that the effect is above 0.</summary>
    public double ChanceToWin => Belief.Above(0);

    /// <summary>What is lost on average by shipping, where the effect is below 0 after all.</summary>
    public double LossOfTreatment => LossBelow(Belief.Centre);

    /// <summary>What is lost on average by not shipping, where the effect is above 0 after all.</summary>
    public double LossOfControl => LossBelow(-Belief.Centre);

    private double LossBelow(double centre)
    {
        double z = centre / Belief.Deviation;
        return Belief.Deviation * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) - centre * Tails.Above(z);
    }
}
