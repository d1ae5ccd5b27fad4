using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The median of a sample, with an interval that assumes nothing about the shape of the distribution.</summary>
/// <remarks>Order statistics between which the binomial distribution puts the level: W. J. Conover (1999), "Practical Nonparametric Statistics", section 3.2.</remarks>
public static class SampleMedian
{
    /// <summary>The median; null without values.</summary>
    /// <param name="values">The values; reordered.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The interval is null where the sample is too small for the level: fewer than 6 values at 95 %.</returns>
    public static (double Median, Interval? Interval)? Of(double[] values, double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        if (values.Length == 0)
            return null;
        Array.Sort(values);
        double median = (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        int below = RanksOutside(values.Length, (1 - level) / 2);
        return (median, below == 0 ? null : new Interval(values[below - 1], values[^below], level));
    }

    /// <summary>The largest number r such that fewer than r of n fair coins fall heads with at most the given probability.</summary>
    private static int RanksOutside(int n, double tail)
    {
        int low = 0, high = n / 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Binomial.CDF(0.5, n, middle - 1) <= tail ? (middle, high) : (low, middle - 1);
        }
        return low;
    }
}
