using UserOps.Time;

namespace UserOps.Retention;

/// <summary>What is asked about the coming and going of active users.</summary>
public sealed record LifecycleDefinition
{
    /// <summary>How long a step is.</summary>
    public Grain Grain { get; init; } = Grain.Week;

    /// <summary>The days to report; all days of the data when absent. Each step is compared with the one before it, which may lie before the period.</summary>
    public Period? Period { get; init; }

    /// <summary>The names of the events that count as activity; all events when empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}
