namespace UserOps.Learning;

/// <summary>Centre and scale of numbers.</summary>
internal static class Spread
{
    /// <summary>Mean and standard deviation; a deviation of 0 reads as 1.</summary>
    public static (double Center, double Scale) Of(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
        return (mean, deviation > 1e-12 * Math.Max(1, Math.Abs(mean)) ? deviation : 1);
    }

    /// <summary>The skewness of numbers: 0 when they are even to both sides, above 2 when a few are far larger than the rest.</summary>
    public static double Skewness(double[] values)
    {
        (double mean, double deviation) = Of(values);
        double sum = 0;
        foreach (double value in values)
        {
            double from = (value - mean) / deviation;
            sum += from * from * from;
        }
        return sum / values.Length;
    }
}
