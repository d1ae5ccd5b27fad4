using MathNet.Numerics.Distributions;

namespace UserOps.Segments.Trees;

/// <summary>Sums of a target over users.</summary>
internal readonly record struct TargetSums(int Count, double Sum, double Squares) : ISplitSums<TargetSums>
{
    /// <summary>The sums of one user.</summary>
    public static TargetSums Of(double value) => new(1, value, value * value);

    public static TargetSums operator +(TargetSums a, TargetSums b) => new(a.Count + b.Count, a.Sum + b.Sum, a.Squares + b.Squares);

    public static TargetSums operator -(TargetSums a, TargetSums b) => new(a.Count - b.Count, a.Sum - b.Sum, a.Squares - b.Squares);

    public double Order => Mean;

    /// <summary>The mean; 0 without users.</summary>
    public double Mean => Count == 0 ? 0 : Sum / Count;

    /// <summary>The sum of squares about the mean.</summary>
    public double AboutMean => Math.Max(0, Squares - Sum * Mean);

    /// <summary>By how much dividing the users in two lowers the sum of squares.</summary>
    public double Gain(TargetSums part, int least)
    {
        var rest = this - part;
        return part.Count < least || rest.Count < least ? -1 : part.Sum * part.Sum / part.Count + rest.Sum * rest.Sum / rest.Count - Sum * Sum / Count;
    }

    public double ByChance(double gain)
    {
        double t = Math.Sqrt(gain / (Math.Max(0, AboutMean - gain) / (Count - 2)));
        return 2 * StudentT.CDF(0, 1, Count - 2, -t);
    }
}
