using UserOps.Decomposition;
using UserOps.Display;

namespace UserOps.Differences;

/// <summary>What a comparison of two runs needs of a metric: what each user adds to its error, and the parts that a change is split over.</summary>
public sealed record UserEvidence : MetricEvidence
{
    /// <summary>What each user adds to the error; null where that is not known.</summary>
    public Influence? Influence { get; init; }

    /// <summary>Whether the metric is a total, such as revenue, and not a rate.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Over how many days it grows: a total, or a share of users who did something at any time. Null for what a longer export leaves alone.</summary>
    public int? Days { get; init; }

    /// <summary>The metric as a tree of factors; null where it has none.</summary>
    public KpiTree? Tree { get; init; }

    /// <summary>The metric by properties of users.</summary>
    public IReadOnlyList<DimensionParts> Dimensions { get; init; } = [];
}
