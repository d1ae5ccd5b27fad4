using MathNet.Numerics.Integration;
using UserOps.Statistics;

namespace UserOps.Experiments.Design;

/// <summary>The distribution of a t statistic where there is a difference.</summary>
internal static class NoncentralT
{
    private const int Panels = 24;
    private static readonly GaussLegendreRule Rule = new(0, 1, 16);

    /// <summary>The chance of a value above.</summary>
    /// <param name="value">The value.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="noncentrality">The difference over its standard error.</param>
    /// <remarks>
    /// The normal tail averaged over the estimated standard deviation s, whose density is s^(ν−1)·exp(−νs²/2) up to a constant: all terms are positive, so the
    /// tails keep their digits, which the series of R. V. Lenth (1989), AS 243, do not.
    /// </remarks>
    public static double Above(double value, double degreesOfFreedom, double noncentrality)
    {
        // Beyond nine standard deviations on either side the density of s is below 1e-17 of its peak.
        double reach = 9 / Math.Sqrt(degreesOfFreedom), low = Math.Max(0, 1 - reach), sum = 0, all = 0;
        for (int panel = 0; panel < Panels; panel++)
            for (int i = 0; i < Rule.Order; i++)
            {
                // Cubed, the points lie dense near 0, where few degrees of freedom leave much of a far tail.
                double part = (panel + Rule.GetAbscissa(i)) / Panels, s = low + (1 + reach - low) * part * part * part;
                double weight = Rule.GetWeight(i) * part * part * Math.Exp((degreesOfFreedom - 1) * Math.Log(s) - degreesOfFreedom * (s * s - 1) / 2);
                all += weight;
                sum += weight * Tails.Above(value * s - noncentrality);
            }
        return sum / all;
    }
}
