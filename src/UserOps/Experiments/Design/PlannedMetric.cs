namespace UserOps.Experiments.Design;

/// <summary>The metric of a planned experiment, as it is today.</summary>
public abstract record PlannedMetric
{
    private PlannedMetric(double baseline) => Baseline = baseline;

    /// <summary>Its value without a treatment: a fraction for a rate, else in its unit.</summary>
    public double Baseline { get; }

    /// <summary>A rate, such as the share of users who buy.</summary>
    /// <param name="Baseline">The rate today, between 0 and 1.</param>
    public sealed record Proportion(double Baseline) : PlannedMetric(Baseline);

    /// <summary>A mean over users, such as revenue per user.</summary>
    /// <param name="Baseline">The mean today.</param>
    /// <param name="StandardDeviation">The standard deviation over users, above 0, in the unit of the mean.</param>
    public sealed record Mean(double Baseline, double StandardDeviation) : PlannedMetric(Baseline);

    /// <summary>A ratio of two means over users, such as revenue per session.</summary>
    /// <param name="Baseline">The ratio today.</param>
    /// <param name="StandardDeviation">The standard deviation over users of the linearised ratio, above 0.</param>
    public sealed record Ratio(double Baseline, double StandardDeviation) : PlannedMetric(Baseline);

    /// <summary>A mean, from users of the past.</summary>
    /// <exception cref="InsufficientDataException">Fewer than two users, or all alike.</exception>
    public static Mean MeanOf(SampleMoments past) => new(past.Mean(), Spread(past.Variance(), past.Count));

    /// <summary>A ratio, from users of the past: the first quantity over the second.</summary>
    /// <exception cref="InsufficientDataException">Fewer than two users, a denominator of zero, or a ratio that is the same for all.</exception>
    /// <remarks>Linearised by the delta method: A. Deng, U. Knoblich and J. Lu (2018), "Applying the delta method in metric analytics", KDD.</remarks>
    public static Ratio RatioOf(SampleMoments past)
    {
        if (past.Size < 2)
            throw new UserOpsException($"{past.Size} quantity was given; a ratio needs a numerator and a denominator.");
        double ratio = past.Mean(0) / past.Mean(1);
        double squares = past.Variance(0) - 2 * ratio * past.Covariance(0, 1) + ratio * ratio * past.Variance(1);
        return new(ratio, Spread(squares / (past.Mean(1) * past.Mean(1)), past.Count));
    }

    internal double Deviation => this switch
    {
        Mean mean => mean.StandardDeviation,
        Ratio ratio => ratio.StandardDeviation,
        _ => Math.Sqrt(Baseline * (1 - Baseline)),
    };

    private static double Spread(double variance, long users) => variance > 0 && double.IsFinite(variance)
        ? Math.Sqrt(variance)
        : throw new InsufficientDataException($"{users} users of the past whose values do not vary", "at least two that differ", "Take a longer or another period of the past.");
}
