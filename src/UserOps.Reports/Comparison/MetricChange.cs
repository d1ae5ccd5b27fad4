using UserOps.Differences;
using UserOps.Display;

namespace UserOps.Reports.Comparison;

/// <summary>What can be said of the change of a metric.</summary>
public enum Verdict
{
    /// <summary>It changed by more than chance brings, all metrics of the notebook considered.</summary>
    Moved,
    /// <summary>It changed by no more than chance brings.</summary>
    WithinNoise,
    /// <summary>Both runs rest on the same data.</summary>
    SameData,
    /// <summary>Nothing is known of its error: the change stands alone.</summary>
    NoInterval,
    /// <summary>It is not the same question in both runs, or one of them lacks it.</summary>
    NotComparable,
}

/// <summary>One metric in two runs.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Old">In the earlier run; null where it has none.</param>
/// <param name="New">In the later run; null where it has none.</param>
/// <param name="Verdict">What can be said.</param>
/// <param name="Reason">Why it is not comparable, or what the interval assumes; null where there is nothing to add.</param>
public sealed record MetricChange(string Name, Metric? Old, Metric? New, Verdict Verdict, string? Reason)
{
    /// <summary>The change with its error; of a total over spans of different length, by day. Null where one of the values is missing.</summary>
    public Difference? Difference { get; init; }

    /// <summary>Whether old and new were divided by the days that they were counted over.</summary>
    public bool IsPerDay { get; init; }

    /// <summary>The interval of the change at 95 %, of this metric alone; null where its error is not known.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The chance of so large a change by chance, of this metric alone.</summary>
    public double? PValue { get; init; }

    /// <summary>The same, adjusted for all metrics of the notebook (Holm).</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>What moved it, in whole sentences; empty where it did not move or its parts are not known.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>The metric, in whichever run has it.</summary>
    public Metric Metric => New ?? Old!;
}
