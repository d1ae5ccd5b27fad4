namespace UserOps.Campaigns;

/// <summary>What is asked about how messages wear users out, and what answers are worth.</summary>
public sealed record ContactFatigueDefinition
{
    /// <summary>The margin that a click brings, in the currency of the export; an assumption until a hold-out has measured it.</summary>
    public double ClickValue { get; init; } = 4;

    /// <summary>The margin that is lost with a user who unsubscribes or complains.</summary>
    public double UnsubscribeLoss { get; init; } = 15;

    /// <summary>What one message costs.</summary>
    public double MessageCost { get; init; } = 0.02;

    /// <summary>Frequencies from this one on are taken together, 1 or more.</summary>
    public int Most { get; init; } = 6;

    /// <summary>The local hour, 0 to 23, at which the night begins.</summary>
    public int NightFrom { get; init; } = 22;

    /// <summary>The local hour, 0 to 23, at which it ends.</summary>
    public int NightTo { get; init; } = 8;

    /// <summary>The confidence level, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of the samples of users behind the intervals of value and cap.</summary>
    public int Seed { get; init; } = 1;

    internal string Terms => FormattableString.Invariant($"click worth {ClickValue}, unsubscribing costs {UnsubscribeLoss}, a message {MessageCost}");

    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    internal void Check()
    {
        if (!(double.IsFinite(ClickValue) && double.IsFinite(UnsubscribeLoss) && MessageCost >= 0 && double.IsFinite(MessageCost)))
            throw new UserOpsException(FormattableString.Invariant($"The value of a click ({ClickValue}), the loss of an unsubscription ({UnsubscribeLoss}) and the cost of a message ({MessageCost}) must be finite, the cost 0 or more."));
        if (Most < 1 || NightFrom is < 0 or > 23 || NightTo is < 0 or > 23 || !(Level > 0 && Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"Most is {Most}, the night is from {NightFrom} to {NightTo}, the level {Level}; 1 or more, hours from 0 to 23 and a level between 0 and 1 are needed."));
    }
}
