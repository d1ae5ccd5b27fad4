using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>What is asked about revenue.</summary>
public sealed record RevenueDefinition
{
    /// <summary>The local days whose orders count; all days of the data when absent.</summary>
    public Period? Period { get; init; }

    /// <summary>How long the steps of the table over time are.</summary>
    public Grain Grain { get; init; } = Grain.Month;

    /// <summary>Within how many days (of 24 hours) after the first order a second one counts for the second-order rate 二转, 1 or more.</summary>
    public int SecondOrderDays { get; init; } = 30;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
