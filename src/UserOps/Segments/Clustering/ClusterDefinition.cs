using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>How features are brought to one scale before users are compared.</summary>
public enum FeatureScaling
{
    /// <summary>Mean 0, standard deviation 1.</summary>
    Standard,
    /// <summary>Median 0, and the middle half as wide as that of a standard normal distribution: extreme users count less.</summary>
    Robust,
}

/// <summary>What is asked about kinds of users.</summary>
public sealed record ClusterDefinition
{
    /// <summary>The features that users are compared by, numbers or flags; when empty, of a dataset the usual ones, of a ready table all of them.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Which users of a dataset are compared, and what was known of them when.</summary>
    public FeatureDefinition Users { get; init; } = new();

    /// <summary>How many clusters, at least 2; chosen between <see cref="Fewest"/> and <see cref="Most"/> when absent.</summary>
    public int? Clusters { get; init; }

    /// <summary>The smallest number of clusters that may be chosen, at least 2.</summary>
    public int Fewest { get; init; } = 2;

    /// <summary>The largest number of clusters that may be chosen.</summary>
    public int Most { get; init; } = 8;

    /// <summary>How features are brought to one scale.</summary>
    public FeatureScaling Scaling { get; init; } = FeatureScaling.Standard;

    /// <summary>Where the random numbers begin; equal seeds and data give equal clusters.</summary>
    public int Seed { get; init; } = 1;

    internal IEnumerable<int> Candidates => Clusters is { } k ? [k] : Enumerable.Range(Fewest, Most - Fewest + 1);
}
