using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.Experiments.Bayes;

/// <summary>What is believed of a quantity after the data, in a family that stays itself when data are added (conjugate).</summary>
/// <remarks>A. Gelman, J. B. Carlin, H. S. Stern, D. B. Dunson, A. Vehtari and D. B. Rubin (2013), "Bayesian Data Analysis", chapter 2.</remarks>
public abstract record Posterior
{
    private Posterior() { }

    /// <summary>A rate between 0 and 1, of yes-or-no outcomes.</summary>
    /// <param name="Successes">Successes, those of the prior included, above 0; Beta's α.</param>
    /// <param name="Failures">Failures, those of the prior included, above 0; Beta's β.</param>
    public sealed record Beta(double Successes, double Failures) : Posterior
    {
        /// <summary>Every rate alike.</summary>
        public static Beta Uniform { get; } = new(1, 1);

        /// <summary>Jeffreys' prior.</summary>
        public static Beta Jeffreys { get; } = new(0.5, 0.5);

        /// <summary>The belief with the data added.</summary>
        public Beta With(ProportionCounts counts) => new(Successes + counts.Successes, Failures + counts.Failures);
    }

    /// <summary>A mean, of many values whose spread is known well.</summary>
    /// <param name="Centre">The mean of the belief.</param>
    /// <param name="Deviation">Its standard deviation, above 0.</param>
    public sealed record Normal(double Centre, double Deviation) : Posterior
    {
        /// <summary>The belief with an estimate added.</summary>
        /// <param name="estimate">The estimate.</param>
        /// <param name="standardError">Its standard error, above 0.</param>
        public Normal With(double estimate, double standardError)
        {
            double prior = 1 / (Deviation * Deviation), data = 1 / (standardError * standardError);
            return new((Centre * prior + estimate * data) / (prior + data), Math.Sqrt(1 / (prior + data)));
        }
    }

    /// <summary>A rate above 0, of counts such as orders per user.</summary>
    /// <param name="Events">Events, those of the prior included, above 0; the shape.</param>
    /// <param name="Exposure">Users or days, those of the prior included, above 0; the rate parameter.</param>
    public sealed record Gamma(double Events, double Exposure) : Posterior
    {
        /// <summary>The belief with the data added, if counts are Poisson.</summary>
        public Gamma With(double events, double exposure) => new(Events + events, Exposure + exposure);
    }

    /// <summary>The mean.</summary>
    public double Mean => this switch { Beta beta => beta.Successes / (beta.Successes + beta.Failures), Gamma gamma => gamma.Events / gamma.Exposure, _ => ((Normal)this).Centre };

    /// <summary>The chance of a smaller value.</summary>
    public double Below(double value) => this switch
    {
        Beta beta => value <= 0 ? 0 : value >= 1 ? 1 : BetaTail.Below(beta.Successes, beta.Failures, value, 1 - value),
        Gamma gamma => value <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(gamma.Events, gamma.Exposure * value),
        _ => Tails.Above((((Normal)this).Centre - value) / ((Normal)this).Deviation),
    };

    /// <summary>The chance of a larger value.</summary>
    public double Above(double value) => this switch
    {
        Beta beta => value <= 0 ? 1 : value >= 1 ? 0 : BetaTail.Below(beta.Failures, beta.Successes, 1 - value, value),
        Gamma gamma => value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(gamma.Events, gamma.Exposure * value),
        _ => Tails.Above((value - ((Normal)this).Centre) / ((Normal)this).Deviation),
    };

    /// <summary>The belief itself, its numbers checked.</summary>
    /// <exception cref="UserOpsException">A parameter is out of its range.</exception>
    internal Posterior Checked()
    {
        var (first, second) = this switch { Beta beta => (beta.Successes, beta.Failures), Gamma gamma => (gamma.Events, gamma.Exposure), _ => (1, ((Normal)this).Deviation) };
        Require.That(first > 0 && second > 0 && double.IsFinite(first + second) && double.IsFinite(Mean), $"a belief with the parameters {first} and {second}; finite numbers above 0 are needed");
        return this;
    }

    /// <summary>The belief on the whole line: rates by their log odds, positive numbers by their logarithm.</summary>
    internal BeliefOnLine OnLine() => this switch
    {
        Beta beta => BeliefOnLine.Of(beta),
        Gamma gamma => BeliefOnLine.Of(gamma),
        _ => BeliefOnLine.Of((Normal)this),
    };
}
