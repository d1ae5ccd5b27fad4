using UserOps.Data;
using UserOps.Time;

namespace UserOps.Funnels;

/// <summary>In which order the steps must come.</summary>
public enum FunnelOrder
{
    /// <summary>In the order given, any other events between.</summary>
    Ordered,
    /// <summary>In the order given, each step the user's very next event.</summary>
    StrictNext,
    /// <summary>In any order; step n then reads: n of the steps done.</summary>
    AnyOrder,
}

/// <summary>Which of a user's attempts counts. The two can differ by a factor on the same data: the choice is part of the question.</summary>
public enum FunnelEntry
{
    /// <summary>Any event of the first step may start an attempt; the attempt that gets furthest counts, the earliest finished among equals.</summary>
    BestPath,
    /// <summary>One attempt a user: it starts at the first event of the first step and takes the first event of each further step.</summary>
    FirstEntry,
}

/// <summary>What is asked of a funnel 漏斗. Events at the same moment count in file order, and one event fills at most one step.</summary>
public sealed record FunnelDefinition
{
    /// <summary>The steps, 1 to 30; a plain event name is a step.</summary>
    public required IReadOnlyList<FunnelStep> Steps { get; init; }

    /// <summary>How long after its first step an attempt may take its last, bounds included; null: until the period ends.</summary>
    public TimeSpan? Window { get; init; } = TimeSpan.FromDays(7);

    /// <summary>In which order the steps must come.</summary>
    public FunnelOrder Order { get; init; }

    /// <summary>Which of a user's attempts counts.</summary>
    public FunnelEntry Entry { get; init; }

    /// <summary>Events that break an attempt.</summary>
    public IReadOnlyList<FunnelExclusion> Exclusions { get; init; } = [];

    /// <summary>Splits users by a property of theirs, or of the event with which they entered; null for no split.</summary>
    public Breakdown? By { get; init; }

    /// <summary>The local days in which attempts start; all days of the data when absent. Further steps may lie after it, inside the window.</summary>
    public Period? Period { get; init; }

    /// <summary>The confidence level of the intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
