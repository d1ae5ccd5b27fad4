using UserOps.Features;

namespace UserOps.Segments.Trees;

/// <summary>What is asked about segments that read as rules.</summary>
public sealed record TreeSegmentsDefinition
{
    /// <summary>What segments shall differ in.</summary>
    public SegmentTarget Target { get; init; } = new SegmentTarget.Buys();

    /// <summary>The features that rules may use; all but the target when empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Which users of a dataset, and what was known of them when; without a cut-off the last day that leaves the target its days.</summary>
    public FeatureDefinition Users { get; init; } = new();

    /// <summary>How many questions a rule asks at most, 1 to 4: more cannot be read.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>How many users of each half a segment has at least, 2 or more.</summary>
    public int LeastUsers { get; init; } = 50;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Where the random numbers begin that part users into halves.</summary>
    public int Seed { get; init; } = 1;
}
