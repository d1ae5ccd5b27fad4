using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.Experiments.Bayes;

/// <summary>A belief carried to the whole line, where its density is smooth and falls off on both sides.</summary>
/// <param name="Centre">Where the density is highest.</param>
/// <param name="Spread">About its standard deviation.</param>
/// <param name="Low">Below, less than 1e-18 is left.</param>
/// <param name="High">Above, less than 1e-18 is left.</param>
/// <param name="Value">The value at a point of the line.</param>
/// <param name="Slope">How fast the value changes there.</param>
/// <param name="Density">The density at a point of the line.</param>
internal sealed record BeliefOnLine(
    double Centre, double Spread, double Low, double High, Func<double, double> Value, Func<double, double> Slope, Func<double, double> Density)
{
    // Twelve standard deviations, or 45 powers of e where a tail falls exponentially only.
    private const double Deviations = 12, Powers = 45;

    public static BeliefOnLine Of(Posterior.Beta beta)
    {
        double a = beta.Successes, b = beta.Failures, centre = Math.Log(a / b), spread = Math.Sqrt(1 / a + 1 / b);
        return new(centre, spread, centre - Math.Max(Deviations * spread, Powers / a), centre + Math.Max(Deviations * spread, Powers / b),
            SpecialFunctions.Logistic, y => SpecialFunctions.Logistic(y) * SpecialFunctions.Logistic(-y), y => BetaTail.Density(a, b, SpecialFunctions.Logistic(y), SpecialFunctions.Logistic(-y)));
    }

    public static BeliefOnLine Of(Posterior.Gamma gamma)
    {
        double a = gamma.Events, rate = gamma.Exposure, centre = Math.Log(a / rate), spread = 1 / Math.Sqrt(a), log = LogGammaStep.Rest(a);
        return new(centre, spread, centre - Math.Max(Deviations * spread, Powers / a), centre + Deviations * spread, Math.Exp, Math.Exp, y => Math.Exp(-a * Bent(y - centre) - log) * Math.Sqrt(a / (2 * Math.PI)));
    }

    public static BeliefOnLine Of(Posterior.Normal normal)
    {
        double scale = normal.Deviation * Math.Sqrt(2 * Math.PI);
        return new(normal.Centre, normal.Deviation, normal.Centre - Deviations * normal.Deviation, normal.Centre + Deviations * normal.Deviation,
            y => y, _ => 1, y => Math.Exp(-0.5 * Math.Pow((y - normal.Centre) / normal.Deviation, 2)) / scale);
    }

    /// <summary>eᵘ − 1 − u, without losing digits near 0.</summary>
    private static double Bent(double u)
    {
        if (Math.Abs(u) > 1)
            return Math.Exp(u) - 1 - u;
        double term = u * u / 2, sum = term;
        for (int k = 3; k < 20; k++)
            sum += term *= u / k;
        return sum;
    }
}
