using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>A sample with what its statistic would be in other samples of the same kind.</summary>
/// <param name="Estimate">The statistic of the sample.</param>
/// <param name="Draws">The statistic of each resample.</param>
/// <param name="Influences">How much each unit pulls the statistic, summing to about 0: jackknife values over the number of units.</param>
internal sealed record ResampledArm(double Estimate, double[] Draws, double[] Influences)
{
    /// <summary>Values from which on each unit cannot be drawn anew any more in a few seconds.</summary>
    public const int Many = 200_000;

    private const int JackknifeGroups = 1000;

    /// <summary>Resamples values; replicates have streams of their own, so that the draws depend on the seed and not on threads.</summary>
    public static ResampledArm Of(double[] ascending, ArmStatistic statistic, int replicates, int seed, int arm) => statistic switch
    {
        ArmStatistic.Quantile quantile => new(statistic.Of(ascending), SortedQuantile.Draws(ascending, quantile.Share, replicates, seed, arm), SortedQuantile.Influences(ascending, quantile.Share)),
        ArmStatistic.Custom custom => Counted(ascending, custom, replicates, seed, arm),
        _ => OfMean(ascending, replicates, seed, arm),
    };

    /// <summary>Whether a mean is resampled over its distinct values.</summary>
    public static bool ByDistinctValues(double[] ascending) => 3L * MultinomialSums.Distinct(ascending) + 20 * Math.Sqrt(ascending.Length) < ascending.Length;

    private static ResampledArm OfMean(double[] ascending, int replicates, int seed, int arm)
    {
        double mean = ascending.Average();
        double[] draws = ByDistinctValues(ascending) ? MultinomialSums.OverDistinct(ascending).Means(replicates, seed, arm) : Direct(ascending, replicates, seed, arm);
        return new(mean, draws, [.. ascending.Select(value => (value - mean) / ascending.Length)]);
    }

    private static double[] Direct(double[] values, int replicates, int seed, int arm)
    {
        double[] draws = new double[replicates];
        Parallel.For(0, replicates, replicate =>
        {
            var chance = Chance.For(seed, Purpose.Resample, replicate, arm);
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
                sum += values[chance.Below(values.Length)];
            draws[replicate] = sum / values.Length;
        });
        return draws;
    }

    private static ResampledArm Counted(double[] values, ArmStatistic.Custom statistic, int replicates, int seed, int arm)
    {
        double[][] drawn = Bootstrap.Estimates(values.Length, replicates, unchecked(seed + 7919 * arm), times => [statistic.Estimate(values, times)]);
        // Leaving out groups instead of single units costs a thousand estimates, however many units there are, and gives the same skewness.
        int groups = Math.Min(values.Length, JackknifeGroups);
        double[] without = new double[groups];
        Parallel.For(0, groups, () => new int[values.Length], (group, _, times) =>
        {
            for (int i = 0; i < times.Length; i++)
                times[i] = i % groups == group ? 0 : 1;
            without[group] = statistic.Estimate(values, times);
            return times;
        }, _ => { });
        double centre = without.Average();
        return new(statistic.Of(values), [.. drawn.Select(draw => draw[0])], [.. without.Select(value => (centre - value) * (groups - 1) / groups)]);
    }
}
