using UserOps.Display;

namespace UserOps.Segments.Clustering;

/// <summary>A kind of users: how many they are and what sets them apart.</summary>
/// <param name="Name">The number of the cluster with the two strongest traits, such as <c>1 · high spend, low recency days</c>.</param>
/// <param name="Users">How many users belong to it.</param>
/// <param name="Share">Their share of all users.</param>
/// <param name="Stability">How much of it bootstrap samples find again, 0 to 1.</param>
/// <param name="Traits">One entry a feature, in the order of the model.</param>
public sealed record ClusterProfile(string Name, int Users, double Share, double Stability, IReadOnlyList<ClusterTrait> Traits)
{
    /// <summary>What sets the users apart, the strongest trait first; empty where nothing does.</summary>
    public string Description => ClusterWords.Describe(Traits);
}

/// <summary>How the users of a cluster stand in one feature.</summary>
/// <param name="Feature">The name of the feature.</param>
/// <param name="Meaning">What it measures, in words.</param>
/// <param name="Format">How its values are printed.</param>
/// <param name="Typical">The median of the cluster in the unit of the feature, or its mean where the medians of cluster and others agree; null where nobody has a value.</param>
/// <param name="Others">The same of all other users.</param>
/// <param name="Difference">The mean of the cluster less the mean of all other users, both prepared, in standard deviations of all users.</param>
public sealed record ClusterTrait(string Feature, string Meaning, Format Format, double? Typical, double? Others, double Difference);
