namespace UserOps.Segments.Rfm;

/// <summary>What is asked about recency, frequency and money.</summary>
public sealed record RfmDefinition
{
    /// <summary>The reference date, a local day; the last day of the data when absent.</summary>
    /// <remarks>Orders up to its end count, and recency is the whole days from the last order's day to it. A customer table states recency itself; the date then only stands in the caption.</remarks>
    public DateOnly? At { get; init; }

    /// <summary>Only orders of so many days up to the reference date count; all when absent.</summary>
    public int? WindowDays { get; init; }

    /// <summary>How days since the last order become scores.</summary>
    public RfmScale Recency { get; init; } = new RfmScale.Quintiles();

    /// <summary>How orders become scores.</summary>
    public RfmScale Frequency { get; init; } = new RfmScale.Quintiles();

    /// <summary>How net revenue becomes scores.</summary>
    public RfmScale Monetary { get; init; } = new RfmScale.Quintiles();

    /// <summary>The tie rule at cut points.</summary>
    public CutRule Cut { get; init; } = CutRule.UpToCut;

    /// <summary>The names that groups of cells bear.</summary>
    public RfmSegmentation Segmentation { get; init; } = RfmSegmentation.Standard;

    /// <summary>A-customers are the largest that together bring this share of revenue, between 0 and 1.</summary>
    public double ShareOfA { get; init; } = 0.8;

    /// <summary>A- and B-customers together bring this share of revenue, between <see cref="ShareOfA"/> and 1; the rest are C.</summary>
    public double ShareOfAAndB { get; init; } = 0.95;

    internal void Check()
    {
        if (WindowDays < 1)
            throw new UserOpsException($"A window of {WindowDays} days holds no order; 1 day or more is needed.");
        if (!(ShareOfA > 0 && ShareOfA < ShareOfAAndB && ShareOfAAndB < 1))
            throw new UserOpsException(FormattableString.Invariant(
                $"Value classes cannot end at {ShareOfA} and {ShareOfAAndB} of revenue; two shares in ascending order between 0 and 1 are needed, such as 0.8 and 0.95."));
    }
}
