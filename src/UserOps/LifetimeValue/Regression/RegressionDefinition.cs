using UserOps.Learning;

namespace UserOps.LifetimeValue.Regression;

/// <summary>What is asked of the regression of future value on what users have done.</summary>
public sealed record RegressionDefinition
{
    /// <summary>How many days ahead value is predicted; when absent a quarter of the days of the data, at most 90.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>The first day that is held out to judge the model; when absent the horizon ends with the last whole day of the data.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>Whether only users who have bought are looked at.</summary>
    public bool BuyersOnly { get; init; }

    /// <summary>From how many earlier cut-offs, one horizon apart, the model learns at most; 1 or more.</summary>
    public int TrainingCutOffs { get; init; } = 3;

    /// <summary>How the model learns; boosted trees when absent.</summary>
    public Learner? Learner { get; init; }

    /// <summary>The seed of every random draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
