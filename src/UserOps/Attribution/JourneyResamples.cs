using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Attribution;

/// <summary>Draws journeys anew: users with all their journeys where users are known, else journeys out of the cells of a table (path × end).</summary>
internal static class JourneyResamples
{
    /// <summary>An estimate from each resample.</summary>
    public static double[][] Estimates(PathStore paths, int replicates, int seed, Func<PathCounts, double[]> estimate) =>
        paths.Users is { } users ? ByUser(paths, users, replicates, seed, estimate) : ByCell(paths.Counts, replicates, seed, estimate);

    private static double[][] ByUser(PathStore paths, int[] users, int replicates, int seed, Func<PathCounts, double[]> estimate) =>
        Bootstrap.Estimates(users.Max() + 1, replicates, seed, times =>
        {
            double[] conversions = new double[paths.Count], nulls = new double[paths.Count];
            for (int path = 0; path < paths.Count; path++)
                (conversions[path], nulls[path]) = (paths.Counts.Conversions[path] * times[users[path]], paths.Counts.Nulls[path] * times[users[path]]);
            return estimate(new(conversions, nulls, null));
        });

    private static double[][] ByCell(PathCounts counts, int replicates, int seed, Func<PathCounts, double[]> estimate)
    {
        double[] cells = [.. counts.Conversions, .. counts.Nulls];
        double[][] estimates = new double[replicates][];
        Parallel.For(0, replicates, replicate =>
        {
            var chance = Chance.For(seed, Purpose.Resample, replicate);
            double[] drawn = Multinomial.Draw(cells, ref chance);
            estimates[replicate] = estimate(new(drawn[..counts.Conversions.Length], drawn[counts.Conversions.Length..], null));
        });
        return estimates;
    }
}
