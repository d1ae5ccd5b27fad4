using System.Runtime.CompilerServices;

namespace UserOps.Segments.Clustering;

/// <summary>Makes clusters for one number of them and measures how good they are.</summary>
/// <remarks>Silhouette and stability are measured on the same users: all of them up to <see cref="MeasuredOn"/>, else so many drawn at random. Stability
/// follows Hennig (2007): clusters are made anew from a bootstrap sample, every measured user goes to the nearest new centre, and the two partitions are
/// compared.</remarks>
internal sealed class ClusterTrial
{
    /// <summary>Silhouettes cost the square of the number of users: exact up to so many.</summary>
    public const int MeasuredOn = 5_000;

    public const int Bootstraps = 30;

    private const int BootstrapStarts = 5;

    private readonly Points _points, _measured;
    private readonly int[] _rows;
    private readonly int _seed;

    public ClusterTrial(Points points, int seed)
    {
        (_points, _seed) = (points, seed);
        _rows = RandomSample.Of(points.Count, MeasuredOn, new Random(seed));
        _measured = _rows.Length == points.Count ? points : points.Take(_rows);
    }

    /// <summary>How many users are measured.</summary>
    public int Measured => _measured.Count;

    /// <summary>The partition of all users and its quality.</summary>
    public (Partition Partition, ClusterQuality Quality) Make(int k)
    {
        var partition = KMeans.Fit(_points, k, _seed);
        int[] labels = Array.ConvertAll(_rows, row => partition.Labels[row]);
        var repeats = new (double Rand, double[] Jaccard)[Bootstraps];
        Parallel.For(0, Bootstraps, i => repeats[i] = Repeat(k, labels, unchecked(_seed * 1009 + i)));
        double[] jaccard = [.. Enumerable.Range(0, k).Select(cluster => repeats.Average(repeat => cluster < repeat.Jaccard.Length ? repeat.Jaccard[cluster] : 0))];
        return (partition, new(k, Silhouette.Mean(_measured, labels), repeats.Average(repeat => repeat.Rand), jaccard, partition.Explained));
    }

    private (double Rand, double[] Jaccard) Repeat(int k, int[] labels, int seed)
    {
        var sample = _measured.Take(RandomSample.Bootstrap(_measured.Count, new Random(seed)));
        if (KMeans.TryFit(sample, k, seed, BootstrapStarts, threads: 1) is not { } again)
            return (0, new double[k]);
        int[] found = Nearest(_measured, again.Centres);
        return (AdjustedRand.Of(labels, found), Overlap.BestJaccard(labels, found));
    }

    /// <summary>The nearest centre of each point.</summary>
    /// <param name="points">The points.</param>
    /// <param name="centres">Centres in the coordinates that the points were given in.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Nearest(Points points, double[][] centres)
    {
        var packed = new PackedCentres(Array.ConvertAll(centres, centre => centre.Zip(points.Origin, (value, origin) => value - origin).ToArray()));
        int[] labels = new int[points.Count];
        for (int block = 0; block < points.Blocks; block++)
        {
            var label = packed.Nearest(points.Packed.AsSpan(block * points.Dimensions, points.Dimensions)).Label;
            for (int lane = 0; lane < points.Filled(block); lane++)
                labels[block * Points.Lanes + lane] = (int)label[lane];
        }
        return labels;
    }
}
