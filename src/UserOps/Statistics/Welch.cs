using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The error of the difference of two independent means whose variances differ.</summary>
/// <param name="Variance">The variance of the difference.</param>
/// <param name="DegreesOfFreedom">Those of its t distribution.</param>
/// <remarks>
/// B. L. Welch (1947), "The generalization of Student's problem when several different population variances are involved", Biometrika 34. With few users and heavy tails the interval is too
/// narrow on the side of the tail.
/// </remarks>
internal readonly record struct Welch(double Variance, double DegreesOfFreedom)
{
    /// <summary>The error of a difference.</summary>
    /// <param name="squaredError">The variance of a mean.</param>
    /// <param name="count">How many values it is of, 2 or more.</param>
    /// <param name="otherSquaredError">The variance of the other mean.</param>
    /// <param name="otherCount">How many values that is of, 2 or more.</param>
    public static Welch Of(double squaredError, long count, double otherSquaredError, long otherCount)
    {
        double variance = squaredError + otherSquaredError;
        double weights = squaredError * squaredError / (count - 1) + otherSquaredError * otherSquaredError / (otherCount - 1);
        return new(variance, variance > 0 ? variance * variance / weights : count + otherCount - 2);
    }

    /// <summary>The standard error of the difference.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>The interval around the difference.</summary>
    public Interval Around(double difference, double level)
    {
        double half = Tails.Quantile((1 - level) / 2, DegreesOfFreedom) * StandardError;
        return new(difference - half, difference + half, level);
    }
}
