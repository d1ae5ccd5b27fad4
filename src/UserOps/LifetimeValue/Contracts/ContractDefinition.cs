using UserOps.Statistics;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>The models of retention under contract.</summary>
public enum ContractModel
{
    /// <summary>Shifted beta-geometric (sBG): customers differ, none of them changes.</summary>
    ShiftedBetaGeometric,
    /// <summary>Beta-discrete-Weibull (BdW): customers differ, and each one's churn may rise or fall with time.</summary>
    BetaDiscreteWeibull,
}

/// <summary>What is asked about customers under contract.</summary>
public sealed record ContractDefinition
{
    /// <summary>The model.</summary>
    public ContractModel Model { get; init; }

    /// <summary>How many periods to project retention beyond the data, 0 or more.</summary>
    public int Horizon { get; init; } = 6;

    /// <summary>The discount rate of one period for the expected lifetime, 0.0001 or more.</summary>
    public double Discount { get; init; } = 0.1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    internal void Check()
    {
        if (Horizon < 0)
            throw new UserOpsException($"{nameof(Horizon)} is {Horizon}; 0 periods or more are needed.");
        ConfidenceLevel.Check(Level);
    }
}
