using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The interval of a ratio whose numerator and denominator are both estimated.</summary>
/// <remarks>
/// E. C. Fieller (1954), "Some problems in interval estimation", JRSS B 16: the ratios r for which numerator − r × denominator does not differ from 0. Where the denominator is exact
/// it is the plain interval of the numerator, divided.
/// </remarks>
internal static class RatioOfTotals
{
    /// <summary>The interval; null where the denominator itself may be 0, so that no ratio can be ruled out.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator, above 0.</param>
    /// <param name="variance">The variance of the numerator.</param>
    /// <param name="denominatorVariance">The variance of the denominator; 0 where it is known.</param>
    /// <param name="covariance">Their covariance.</param>
    /// <param name="quantile">The quantile of the normal or t distribution.</param>
    /// <param name="level">The confidence level.</param>
    public static Interval? Fieller(double numerator, double denominator, double variance, double denominatorVariance, double covariance, double quantile, double level)
    {
        double square = quantile * quantile, a = denominator * denominator - square * denominatorVariance;
        if (!(denominator > 0 && a > 0 && variance > 0))
            return null;
        double b = numerator * denominator - square * covariance, c = numerator * numerator - square * variance;
        double root = Math.Sqrt(Math.Max(0, b * b - a * c));
        return new((b - root) / a, (b + root) / a, level);
    }
}
