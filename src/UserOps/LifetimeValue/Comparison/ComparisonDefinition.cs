using UserOps.Learning;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>How ways to tell the value of customers are held against what came.</summary>
public sealed record ComparisonDefinition
{
    /// <summary>How many days are held out; when absent a quarter of the days of the data, at most 90.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>The first day that is held out; when absent the horizon ends with the last whole day of the data.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>What becomes of refunds in purchase histories.</summary>
    public RefundRule Refunds { get; init; }

    /// <summary>How the regression learns; boosted trees when absent.</summary>
    public Learner? Learner { get; init; }

    /// <summary>The seed of the regression.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
