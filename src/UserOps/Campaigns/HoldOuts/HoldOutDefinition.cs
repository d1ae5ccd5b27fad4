namespace UserOps.Campaigns;

/// <summary>What is asked about a campaign that was kept from some users by lot.</summary>
/// <param name="Experiment">The experiment in the table of exposures.</param>
public sealed record HoldOutDefinition(string Experiment)
{
    /// <summary>The campaign in the table of campaigns, and the coupon in orders; the experiment's name when absent.</summary>
    public string? Campaign { get; init; }

    /// <summary>The variant that was held out.</summary>
    public string Control { get; init; } = "control";

    /// <summary>For how many days after the campaign orders are watched for a dip.</summary>
    public int AfterDays { get; init; } = 14;

    /// <summary>How users are divided; not at all when absent.</summary>
    public ContactSegments? Segments { get; init; }

    /// <summary>The part of revenue that is left after the cost of goods, above 0 and up to 1; when absent that of the orders' column <c>cost</c>, else 1.</summary>
    public double? Margin { get; init; }

    /// <summary>The confidence level, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}

/// <summary>Divides users by what was known when the campaign began: who is written to often, who bought, who was there lately.</summary>
public sealed record ContactSegments
{
    /// <summary>Who visited in so many days before counts as active.</summary>
    public int ActiveDays { get; init; } = 21;

    /// <summary>From so many messages in the seven days before a user counts as over-contacted, whatever else holds.</summary>
    public int OverContacted { get; init; } = 3;

    /// <summary>The event that tells that a user was there; any activity when absent.</summary>
    public string? Visit { get; init; }
}
