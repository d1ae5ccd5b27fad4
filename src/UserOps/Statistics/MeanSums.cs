using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>A mean with its Student interval, from sums that can be added up over parts.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="SumOfSquares">The sum of their squares.</param>
/// <remarks>Student (1908), "The probable error of a mean". Skewed values such as revenue need some hundreds for the stated level to hold.</remarks>
public readonly record struct MeanSums(long Count, double Sum, double SumOfSquares)
{
    /// <summary>The mean; null without values.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;

    /// <summary>The variance of the mean; NaN with fewer than two values.</summary>
    public double SquaredError => Count < 2 ? double.NaN : Math.Max(0, SumOfSquares - Sum * Sum / Count) / (Count - 1) / Count;

    /// <summary>The same sums with one value more.</summary>
    public MeanSums Add(double value) => new(Count + 1, Sum + value, SumOfSquares + value * value);

    /// <summary>The sums of both parts together.</summary>
    public MeanSums Add(MeanSums other) => new(Count + other.Count, Sum + other.Sum, SumOfSquares + other.SumOfSquares);

    /// <summary>The interval of the mean; null with fewer than two values.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public Interval? Interval(double level = 0.95)
    {
        ConfidenceLevel.Check(level);
        if (Count < 2)
            return null;
        double half = Tails.Quantile((1 - level) / 2, Count - 1) * Math.Sqrt(SquaredError);
        return new(Sum / Count - half, Sum / Count + half, level);
    }
}
