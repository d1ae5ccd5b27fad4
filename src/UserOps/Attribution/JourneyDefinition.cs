using UserOps.Time;

namespace UserOps.Attribution;

/// <summary>What counts as a touchpoint, what as a conversion, and how far apart they may lie.</summary>
public sealed record JourneyDefinition
{
    /// <summary>A touchpoint belongs to a conversion that follows within so many days of 24 hours, at least 1.</summary>
    public int LookbackDays { get; init; } = 30;

    /// <summary>The event that is the conversion; the orders of more than nothing when null, or where there are none the first usual name of a purchase.</summary>
    public string? Conversion { get; init; }

    /// <summary>The property of events that says how a visit came, such as <c>entry</c>; when null the first of <c>entry</c>, <c>source</c> and <c>channel</c> that there is.</summary>
    public string? Entry { get; init; }

    /// <summary>The outcomes at which a message counts as a touchpoint; opened and clicked, in English and Chinese, when empty. A message without a known outcome counts.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Campaigns that stand as a channel of their own instead of under the channel of their messages, such as one that an experiment has measured.</summary>
    public IReadOnlyList<string> CampaignsApart { get; init; } = [];

    /// <summary>The days in which the last touchpoint of a journey lies; all days of the data when null.</summary>
    public Period? Period { get; init; }
}
