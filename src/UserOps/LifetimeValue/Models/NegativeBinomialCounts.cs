using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>How many purchases a customer makes who stays: Poisson with a rate that is gamma distributed over customers.</summary>
internal static class NegativeBinomialCounts
{
    // What is left out of a distribution: less than rounding.
    private const double Negligible = 1e-18;

    // So many probabilities are an array of 160 MB.
    private const double Most = 2e7;

    /// <summary>P(0), P(1), … until the rest is negligible.</summary>
    /// <param name="shape">The shape r of the gamma distribution of rates.</param>
    /// <param name="rate">Its rate α, in units of time.</param>
    /// <param name="time">How long the customer stays.</param>
    public static double[] Probabilities(double shape, double rate, double time)
    {
        double z = time / (rate + time);
        if (!(z > 0))
            return [1];
        // From the mode to both sides: P(0) may be too small for a double.
        double middle = Math.Max(0, Math.Floor((shape - 1) * time / rate));
        if (middle + (shape + 40) * time / rate > Most)
            throw new UserOpsException(FormattableString.Invariant(
                $"In a time of {time:0.###} the model expects up to {middle + (shape + 40) * time / rate:0.##E+0} purchases of a customer; at most {Most:0.##E+0} are counted one by one. Ask for a shorter time."));
        int mode = (int)middle;
        double top = Math.Exp(Gamma(shape, mode) + shape * Math.Log(rate / (rate + time)) + mode * Math.Log(z));
        List<double> values = [.. new double[mode], top];
        for (int k = mode; k > 0; k--)
            values[k - 1] = values[k] * k / (z * (shape + k - 1));
        for (int k = mode; values[k] * z * (shape + k) > Negligible * (k + 1 - Math.Min(z * (shape + k), k + 1 - 1e-3)); k++)
            values.Add(values[k] * z * (shape + k) / (k + 1));
        return [.. values];
    }

    // ln Γ(shape + k) − ln Γ(shape) − ln k!
    private static double Gamma(double shape, int k) =>
        k == 0 ? 0 : LogGammaStep.Of(shape, k) - SpecialFunctions.GammaLn(k + 1.0);
}
