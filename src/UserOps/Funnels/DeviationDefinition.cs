namespace UserOps.Funnels;

/// <summary>What is asked about those who left a path.</summary>
public sealed record DeviationDefinition
{
    /// <summary>The path, in order; 2 steps or more.</summary>
    public required FunnelDefinition Funnel { get; init; }

    /// <summary>How long after the last step taken a user's next event counts as coming back.</summary>
    public TimeSpan ReturnAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many of the next events are named at each break, the most frequent first; the rest is one.</summary>
    public int Largest { get; init; } = 5;
}
