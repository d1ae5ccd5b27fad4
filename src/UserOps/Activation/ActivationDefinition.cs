using UserOps.Time;

namespace UserOps.Activation;

/// <summary>What is asked about the activation of new users.</summary>
public sealed record ActivationDefinition
{
    /// <summary>What a new user must do. When absent: the first order where the export has orders and something before them, else a second active day.</summary>
    public ActivationGoal? Goal { get; init; }

    /// <summary>Within how many days (of 24 hours) after being first seen, 1 or more.</summary>
    public int WithinDays { get; init; } = 7;

    /// <summary>How long the cohorts of the table are.</summary>
    public Grain Grain { get; init; } = Grain.Week;

    /// <summary>The days in which users are new; all days of the data when absent. Activation counts up to the end of the data.</summary>
    public Period? Period { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
