using UserOps.Activation;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>What is asked about new users and where they come from.</summary>
public sealed record AcquisitionDefinition
{
    /// <summary>The days in which users are new; all days of the data when absent. Their quality is watched up to the end of the data.</summary>
    public Period? Period { get; init; }

    /// <summary>How long a step of the table by time is.</summary>
    public Grain Grain { get; init; } = Grain.Week;

    /// <summary>The property that names the channel. When absent: the users' channel, else the acquisition channel or channel of their first event.</summary>
    public Breakdown? Channel { get; init; }

    /// <summary>What a new user must do to count as activated; see <see cref="ActivationDefinition.Goal"/> for what holds when absent.</summary>
    public ActivationGoal? Goal { get; init; }

    /// <summary>Within how many days a new user must reach the goal.</summary>
    public int WithinDays { get; init; } = 7;

    /// <summary>The days (of 24 hours) after being first seen in which a user's orders count as the channel's revenue.</summary>
    public int RevenueDays { get; init; } = 30;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
