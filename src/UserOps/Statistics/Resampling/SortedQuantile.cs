using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>Quantiles of sorted values and of their resamples.</summary>
/// <remarks>
/// The rank of an order statistic of a resample is known without drawing it: it follows from order statistics of uniform numbers, which are Beta (B. Efron, 1979,
/// "Bootstrap methods: another look at the jackknife", Ann. Statist. 7). So a resample costs the same for a hundred and for a hundred million users.
/// </remarks>
internal static class SortedQuantile
{
    /// <summary>The quantile, between neighbouring values as R's type 7.</summary>
    public static double Of(double[] ascending, double share)
    {
        double place = share * (ascending.Length - 1);
        int low = (int)place, high = Math.Min(low + 1, ascending.Length - 1);
        return ascending[low] + (place - low) * (ascending[high] - ascending[low]);
    }

    /// <summary>The quantile of each resample.</summary>
    public static double[] Draws(double[] ascending, double share, int replicates, int seed, int arm)
    {
        int n = ascending.Length, rank = (int)(share * (n - 1)) + 1;
        double part = share * (n - 1) - (rank - 1);
        double[] draws = new double[replicates];
        Parallel.For(0, replicates, replicate =>
        {
            var chance = Chance.For(seed, Purpose.Resample, replicate, arm);
            // Uniform order statistics: the rank-th is Beta(rank, n − rank + 1), and the next one the smallest of those left above it.
            double below = chance.Gamma(rank, rank), above = chance.Gamma(n - rank + 1, n - rank + 1), at = below / (below + above);
            double lower = ascending[Math.Min(n - 1, (int)(at * n))];
            if (part == 0)
            {
                draws[replicate] = lower;
                return;
            }
            double next = at + (1 - at) * (1 - Math.Pow(chance.Unit(), 1.0 / (n - rank)));
            draws[replicate] = lower + part * (ascending[Math.Min(n - 1, (int)(next * n))] - lower);
        });
        return draws;
    }

    /// <summary>Jackknife values over the number of units.</summary>
    public static double[] Influences(double[] ascending, double share)
    {
        int n = ascending.Length;
        double place = share * (n - 2);
        int low = (int)place;
        double Without(int left) => Kept(low, left) + (place - low) * (Kept(Math.Min(low + 1, n - 2), left) - Kept(low, left));
        double Kept(int index, int left) => ascending[index + (left <= index ? 1 : 0)];
        double[] without = [.. Enumerable.Range(0, n).Select(Without)];
        double centre = without.Average();
        return [.. without.Select(value => (centre - value) * (n - 1) / n)];
    }
}
