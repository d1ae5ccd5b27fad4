using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The effect of a covariate, other covariates equal.</summary>
/// <param name="Name">The covariate, or the word against the reference.</param>
/// <param name="Estimate">The change of the model's linear predictor for one more of the covariate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Level">The confidence level of the interval.</param>
public sealed record Coefficient(string Name, double Estimate, double StandardError, double Level)
{
    /// <summary>The interval of the estimate (Wald).</summary>
    public Interval Interval
    {
        get
        {
            double half = Normal.InvCDF(0, 1, 0.5 + Level / 2) * StandardError;
            return new(Estimate - half, Estimate + half, Level);
        }
    }

    /// <summary>e to the estimate: the ratio of hazards in a Cox model, of times in a model of accelerated time.</summary>
    public double Ratio => Math.Exp(Estimate);

    /// <summary>The interval of the ratio.</summary>
    public Interval RatioInterval => new(Math.Exp(Interval.Lower), Math.Exp(Interval.Upper), Level);

    /// <summary>The chance of so large an estimate, or a larger one, without an effect.</summary>
    public double PValue => 2 * Normal.CDF(0, 1, -Math.Abs(Estimate / StandardError));
}

/// <summary>A test of several coefficients at once.</summary>
/// <param name="Name">The test.</param>
/// <param name="Statistic">Its statistic, chi-square distributed without any effect.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom.</param>
public sealed record ChiSquareTest(string Name, double Statistic, int DegreesOfFreedom)
{
    /// <summary>The chance of so large a statistic, or a larger one, without any effect.</summary>
    public double PValue => ChiSquare.Tail(Statistic, DegreesOfFreedom);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} χ² = {Statistic:0.###} on {DegreesOfFreedom} df, ") + PWords.Of(PValue);
}
