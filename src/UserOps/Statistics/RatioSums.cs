using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>A ratio of two totals over independent units, such as revenue ÷ orders over buyers, from sums that can be added up over parts.</summary>
/// <param name="Count">How many units.</param>
/// <param name="X">The sum of the numerators.</param>
/// <param name="Y">The sum of the denominators.</param>
/// <param name="XX">The sum of squared numerators.</param>
/// <param name="XY">The sum of products.</param>
/// <param name="YY">The sum of squared denominators.</param>
/// <remarks>
/// W. G. Cochran (1977), "Sampling Techniques", section 6.3: the interval is normal with the linearised variance (delta method).
/// A few very large orders make it too narrow; some hundreds of units are needed for skewed amounts.
/// </remarks>
public readonly record struct RatioSums(long Count, double X, double Y, double XX, double XY, double YY)
{
    /// <summary>The ratio; null where the denominators sum to zero.</summary>
    public double? Ratio => Y == 0 ? null : X / Y;

    /// <summary>The same sums with one unit more.</summary>
    public RatioSums Add(double x, double y) => new(Count + 1, X + x, Y + y, XX + x * x, XY + x * y, YY + y * y);

    /// <summary>The standard error of the ratio; null with fewer than two units or a denominator of zero.</summary>
    public double? StandardError
    {
        get
        {
            if (Count < 2 || Ratio is not { } ratio)
                return null;
            double squares = Math.Max(0, XX - 2 * ratio * XY + ratio * ratio * YY);
            return Math.Sqrt(squares * Count / (Count - 1)) / Math.Abs(Y);
        }
    }

    /// <summary>The interval of the ratio; null where there is no standard error.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval? Interval(double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        if (StandardError is not { } error)
            return null;
        double half = Normal.InvCDF(0, 1, 0.5 + level / 2) * error;
        return new(Ratio!.Value - half, Ratio.Value + half, level);
    }

    /// <summary>The interval of a ratio that cannot be negative, such as one of counts.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval? IntervalFromZero(double level = 0.95) => Interval(level) is { } interval ? interval with { Lower = Math.Max(0, interval.Lower) } : null;
}
