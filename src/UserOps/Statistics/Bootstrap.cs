using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>How far estimates would move if other users of the same kind had been drawn.</summary>
/// <remarks>
/// B. Efron and R. J. Tibshirani (1993), "An Introduction to the Bootstrap", chapter 14. Units are drawn with replacement by a stream of their own for each
/// replicate, so the result depends on the seed alone and not on threads.
/// </remarks>
public static class Bootstrap
{
    /// <summary>Draws samples of the same size and estimates on each.</summary>
    /// <param name="units">How many independent units there are, usually users.</param>
    /// <param name="replicates">How many samples to draw.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="estimate">Estimates from how often each unit was drawn; called from several threads.</param>
    /// <returns>The estimates of each sample, in the order of drawing.</returns>
    public static double[][] Estimates(int units, int replicates, int seed, DrawnEstimate estimate)
    {
        CheckReplicates(replicates);
        double[][] estimates = new double[replicates][];
        Parallel.For(0, replicates, () => new int[units], (replicate, _, times) =>
        {
            Draw(times, seed, replicate);
            estimates[replicate] = estimate(times);
            return times;
        }, _ => { });
        return estimates;
    }

    /// <summary>A statistic of values with its BCa interval.</summary>
    /// <param name="values">The values, one a unit, in any order; 2 or more.</param>
    /// <param name="statistic">What is estimated.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="replicates">How many samples to draw.</param>
    /// <exception cref="InsufficientDataException">Fewer than 2 values.</exception>
    public static Estimate Interval(IReadOnlyList<double> values, ArmStatistic statistic, int seed, double level = 0.95, int replicates = 10_000)
    {
        if (values.Count < 2)
            throw new InsufficientDataException($"{values.Count} values", "at least 2", "One value does not tell how others would differ.");
        if (values.FirstOrDefault(value => !double.IsFinite(value), 0) is not 0 and var odd)
            throw new UserOpsException(FormattableString.Invariant($"A value is {odd}; finite numbers are needed. Leave units without a value out."));
        ConfidenceLevel.Check(level);
        CheckReplicates(replicates);
        var arm = ResampledArm.Of([.. values.Order()], statistic, replicates, seed, 0);
        return new(arm.Estimate, BiasCorrected(arm.Draws, arm.Estimate, arm.Influences, level));
    }

    /// <summary>The interval between the tails of the estimates.</summary>
    /// <param name="estimates">The estimates of the samples; NaN, where a sample had none, is left out.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>Null where fewer than half of the samples had an estimate.</returns>
    public static Interval? Percentile(IEnumerable<double> estimates, double level = 0.95) => Between(estimates, level, tail => tail);

    /// <summary>The interval between tails that are shifted for bias and skewness (BCa).</summary>
    /// <param name="estimates">The estimates of the samples; NaN, where a sample had none, is left out.</param>
    /// <param name="estimate">The estimate of all units.</param>
    /// <param name="influences">How much each unit pulls the estimate, such as its jackknife value, up to a common factor.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>Null where fewer than half of the samples had an estimate.</returns>
    /// <remarks>B. Efron (1987), "Better bootstrap confidence intervals", JASA 82.</remarks>
    public static Interval? BiasCorrected(IReadOnlyList<double> estimates, double estimate, IReadOnlyList<double> influences, double level = 0.95)
    {
        var correction = BiasCorrection.Of(estimates, estimate, influences);
        return Between(estimates, level, tail => Normal.CDF(0, 1, correction.Moved(Normal.InvCDF(0, 1, tail))));
    }

    private static Interval? Between(IEnumerable<double> estimates, double level, Func<double, double> tailOf)
    {
        ConfidenceLevel.Check(level);
        double[] all = [.. estimates], found = Array.FindAll(all, value => !double.IsNaN(value));
        Array.Sort(found);
        return found.Length * 2 < all.Length || found.Length == 0
            ? null
            : new(Quantile(found, tailOf((1 - level) / 2)), Quantile(found, tailOf((1 + level) / 2)), level);
    }

    private static void CheckReplicates(int replicates)
    {
        if (replicates < 1)
            throw new UserOpsException($"{replicates} samples were asked for; 1 or more are needed, and hundreds for an interval.");
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int low = Math.Clamp((int)place, 0, sorted.Length - 1), high = Math.Min(low + 1, sorted.Length - 1);
        return low == high ? sorted[low] : sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    private static void Draw(int[] times, int seed, int replicate)
    {
        Array.Clear(times);
        var chance = Chance.For(seed, Purpose.Resample, replicate);
        for (int i = 0; i < times.Length; i++)
            times[chance.Below(times.Length)]++;
    }
}

/// <summary>Estimates from how often each unit was drawn into a sample.</summary>
/// <param name="times">A count for each unit; they sum to the number of units.</param>
public delegate double[] DrawnEstimate(ReadOnlySpan<int> times);
