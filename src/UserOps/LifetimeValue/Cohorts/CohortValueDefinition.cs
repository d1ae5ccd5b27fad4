using UserOps.Data;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>When the life of a user begins.</summary>
public enum LifeStart
{
    /// <summary>At sign-up, where the export says it; else at the first event or order. Users who never buy count.</summary>
    FirstSeen,
    /// <summary>At the first order: only buyers count.</summary>
    FirstOrder,
}

/// <summary>What is asked about the value of cohorts.</summary>
public sealed record CohortValueDefinition
{
    /// <summary>The days in which the lives of the users begin; all days of the data when absent. Orders count up to the end of the data.</summary>
    public Period? Period { get; init; }

    /// <summary>How long the users of one cohort began.</summary>
    public Grain Grain { get; init; } = Grain.Month;

    /// <summary>When a life begins.</summary>
    public LifeStart Start { get; init; }

    /// <summary>The days (of 24 hours) between two ages of the table, 1 or more.</summary>
    public int AgeDays { get; init; } = 30;

    /// <summary>The property that names the channel. When absent: the users' channel, else the acquisition channel or channel of their first event.</summary>
    public Breakdown? Channel { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    internal void Check()
    {
        if (AgeDays < 1)
            throw new UserOpsException($"{nameof(AgeDays)} is {AgeDays}; 1 day or more is needed, such as 30.");
        ConfidenceLevel.Check(Level);
    }
}
