namespace UserOps.Segments.Clustering;

/// <summary>Points divided among centres, the largest cluster first.</summary>
/// <param name="Centres">The mean of each cluster, in the coordinates that were given.</param>
/// <param name="Labels">The cluster of each point, from 0.</param>
/// <param name="Sizes">How many points each cluster has; none is empty.</param>
/// <param name="Within">The sum of squared distances of points from their centre.</param>
/// <param name="Total">The sum of squared distances of points from the mean of all.</param>
internal sealed record Partition(double[][] Centres, int[] Labels, int[] Sizes, double Within, double Total)
{
    /// <summary>The share of the total sum of squares that lies between clusters, 0 to 1.</summary>
    public double Explained => 1 - Within / Total;

    /// <summary>The same clusters numbered by falling size, equal sizes by their centres: equal data give equal numbers.</summary>
    public Partition Ordered()
    {
        int[] order = [.. Enumerable.Range(0, Sizes.Length)];
        Array.Sort(order, (a, b) => Sizes[a] != Sizes[b] ? Sizes[b].CompareTo(Sizes[a]) : Centres[a].AsSpan().SequenceCompareTo(Centres[b]));
        int[] number = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            number[order[i]] = i;
        return this with
        {
            Centres = [.. order.Select(cluster => Centres[cluster])],
            Sizes = [.. order.Select(cluster => Sizes[cluster])],
            Labels = Array.ConvertAll(Labels, label => number[label]),
        };
    }
}
