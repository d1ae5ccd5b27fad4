namespace UserOps.Attribution;

/// <summary>Which rules divide the credit, and how its uncertainty is found.</summary>
public sealed record AttributionDefinition
{
    /// <summary>The rules; the usual ones when empty, without Shapley values where there are more than 20 channels.</summary>
    public IReadOnlyList<AttributionRule> Rules { get; init; } = [];

    /// <summary>How often journeys are drawn anew for intervals; 0 for none.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of the resampling.</summary>
    public int Seed { get; init; } = 1;
}
