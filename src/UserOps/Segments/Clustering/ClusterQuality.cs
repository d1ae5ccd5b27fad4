namespace UserOps.Segments.Clustering;

/// <summary>How good a number of clusters is.</summary>
/// <param name="Clusters">The number of clusters.</param>
/// <param name="Silhouette">The mean silhouette width, −1 to 1: how much nearer users are to their own cluster than to the next one.</param>
/// <param name="AdjustedRand">The mean adjusted Rand index between the clusters and those of bootstrap samples: 1 where every sample finds the same, 0 by chance.</param>
/// <param name="Jaccard">For each cluster, how much of it bootstrap samples find again, 0 to 1.</param>
/// <param name="Explained">The share of the sum of squares that lies between clusters, 0 to 1.</param>
public sealed record ClusterQuality(int Clusters, double Silhouette, double AdjustedRand, IReadOnlyList<double> Jaccard, double Explained)
{
    /// <summary>From here on a cluster counts as found again.</summary>
    /// <remarks>C. Hennig (2007), "Cluster-wise assessment of cluster stability", Computational Statistics and Data Analysis 52: 0.75.</remarks>
    public const double StableFrom = 0.75;

    /// <summary>How much bootstrap samples find again of the cluster that they find least.</summary>
    public double WeakestJaccard => Jaccard.Min();

    /// <summary>Whether bootstrap samples find every cluster again.</summary>
    public bool IsStable => WeakestJaccard >= StableFrom;
}
