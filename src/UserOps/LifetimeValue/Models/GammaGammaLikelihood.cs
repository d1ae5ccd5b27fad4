using MathNet.Numerics;

namespace UserOps.LifetimeValue.Models;

/// <summary>The likelihood of the mean values under Gamma-Gamma.</summary>
internal sealed class GammaGammaLikelihood(MeanValues values)
{
    /// <summary>Minus the log-likelihood at the logarithms of (p, q, v).</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double p = Math.Exp(logs[0]), q = Math.Exp(logs[1]), v = Math.Exp(logs[2]), sum = 0, byP = 0, byQ = 0, byV = 0;
        double logGammaQ = SpecialFunctions.GammaLn(q), digammaQ = SpecialFunctions.DiGamma(q);
        for (int i = 0; i < values.Count; i++)
        {
            double weight = values.Weight[i], x = values.Frequency[i], total = x * values.Mean[i], logAll = Math.Log(total + v), logTotal = Math.Log(total);
            double shape = p * x, both = SpecialFunctions.DiGamma(shape + q);
            sum += weight * (SpecialFunctions.GammaLn(shape + q) - SpecialFunctions.GammaLn(shape) - logGammaQ
                + q * logs[2] + shape * logTotal - Math.Log(values.Mean[i]) - (shape + q) * logAll);
            byP += weight * x * (both - SpecialFunctions.DiGamma(shape) + logTotal - logAll);
            byQ += weight * (both - digammaQ + logs[2] - logAll);
            byV += weight * (q / v - (shape + q) / (total + v));
        }
        (gradient[0], gradient[1], gradient[2]) = (-p * byP, -q * byQ, -v * byV);
        return -sum;
    }
}
