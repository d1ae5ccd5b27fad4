using UserOps.Activation;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>What is asked about referral 裂变.</summary>
public sealed record ReferralDefinition
{
    /// <summary>The local days in which invitations are sent and invited users are new; all days of the data when absent.</summary>
    public Period? Period { get; init; }

    /// <summary>The events that are invitations. When empty: those with a usual name for inviting (<c>invite</c>, <c>邀请</c> …), else for sharing (<c>share</c>, <c>分享</c> …).</summary>
    public IReadOnlyList<string> InvitationEvents { get; init; } = [];

    /// <summary>What an invited user must do to count as activated. When absent: the first order where the export has orders, else a second active day.</summary>
    public ActivationGoal? Goal { get; init; }

    /// <summary>Within how many days (of 24 hours) after sign-up, 1 or more.</summary>
    public int ActivationDays { get; init; } = 7;

    /// <summary>Within how many days (of 24 hours) after sign-up an order counts, 1 or more.</summary>
    public int BuyDays { get; init; } = 30;

    /// <summary>The days (of 24 hours) after being first seen in which a new user's invitations count for what a new user brings, 1 or more.</summary>
    public int InvitingDays { get; init; } = 30;

    /// <summary>The days (of 24 hours) after an invitation in which a sign-up counts for it there, 1 or more.</summary>
    public int AcceptingDays { get; init; } = 14;

    /// <summary>How long a step of the table by time is.</summary>
    public Grain Grain { get; init; } = Grain.Week;

    /// <summary>What rewards cost in the period. When absent: the cost of campaigns whose channel is referral, where the export has it.</summary>
    public double? RewardCost { get; init; }

    /// <summary>How many inviters the list of the best holds.</summary>
    public int Top { get; init; } = 10;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
