using UserOps.Display;

namespace UserOps.Attribution;

/// <summary>What a rule credits a channel with.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Conversions">The conversions credited to it; those of all channels sum to all conversions.</param>
/// <param name="Share">Its part of all conversions, a fraction.</param>
public sealed record ChannelCredit(string Channel, double Conversions, double Share)
{
    /// <summary>The interval of the share over journeys; null where none was asked for.</summary>
    public Interval? ShareInterval { get; init; }

    /// <summary>The value credited to it; null where journeys have no value.</summary>
    public double? Value { get; init; }

    /// <summary>The part of all conversions that would be lost if the channel led nowhere; null for rules other than Markov chains.</summary>
    public double? RemovalEffect { get; init; }
}

/// <summary>The credit of every channel under one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Credits">An entry for each channel, in the order of the journeys' channels.</param>
public sealed record RuleCredit(AttributionRule Rule, IReadOnlyList<ChannelCredit> Credits)
{
    /// <summary>The credit of a channel.</summary>
    /// <exception cref="UserOpsException">There is no such channel; the message lists those there are.</exception>
    public ChannelCredit this[string channel] => Credits.FirstOrDefault(credit => credit.Channel == channel)
        ?? throw new UserOpsException($"No channel is named '{channel}'. The channels are: {string.Join(", ", Credits.Select(credit => credit.Channel))}.");
}
