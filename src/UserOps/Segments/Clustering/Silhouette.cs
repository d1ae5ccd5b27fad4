using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Segments.Clustering;

/// <summary>How much nearer points are to their own cluster than to the next one.</summary>
/// <remarks>P. J. Rousseeuw (1987), "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis", JCAM 20. A point alone in its
/// cluster has the width 0.</remarks>
internal static class Silhouette
{
    /// <summary>The mean silhouette width, −1 to 1; exact over these points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="labels">The cluster of each, from 0. Without a second cluster every width is 0.</param>
    public static double Mean(Points points, int[] labels) => Widths(points, labels).Average();

    /// <summary>The silhouette width of each point.</summary>
    public static double[] Widths(Points points, int[] labels)
    {
        var clusters = labels.Index().GroupBy(pair => pair.Item, pair => pair.Index).ToDictionary(group => group.Key, group => points.Take([.. group]));
        double[] widths = new double[points.Count];
        Parallel.For(0, points.Count, i => widths[i] = Width(points[i], labels[i], clusters));
        return widths;
    }

    private static double Width(double[] point, int label, Dictionary<int, Points> clusters)
    {
        if (clusters.Count == 1 || clusters[label].Count == 1)
            return 0;
        double own = SumOfDistances(clusters[label], point) / (clusters[label].Count - 1);
        double next = clusters.Where(cluster => cluster.Key != label).Min(cluster => SumOfDistances(cluster.Value, point) / cluster.Value.Count);
        return own == next ? 0 : (next - own) / Math.Max(own, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfDistances(Points members, double[] place)
    {
        double sum = 0;
        for (int block = 0; block < members.Blocks; block++)
            sum += members.Sum(block, Vector.SquareRoot(members.SquaredDistances(block, place)));
        return sum;
    }
}
