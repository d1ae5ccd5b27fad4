namespace UserOps.Campaigns;

/// <summary>How campaigns are put together for their returns.</summary>
public enum CampaignGrouping
{
    /// <summary>Each campaign by itself.</summary>
    Campaign,
    /// <summary>By name and channel: the months of one campaign together.</summary>
    NameAndChannel,
    /// <summary>By channel.</summary>
    Channel,
    /// <summary>By the column <c>creative</c> of the table of campaigns.</summary>
    Creative,
}

/// <summary>What is asked about the returns of campaigns.</summary>
public sealed record CampaignReturnDefinition
{
    /// <summary>How campaigns are put together.</summary>
    public CampaignGrouping By { get; init; } = CampaignGrouping.NameAndChannel;

    /// <summary>For how many days (of 24 hours) after being first seen the orders of a user whom a campaign brought count for it.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>For how many days (of 24 hours) after a message an order counts for its campaign, unless another message came later.</summary>
    public int ResponseDays { get; init; } = 3;

    /// <summary>The part of net revenue that is left after the cost of goods; when absent that of the orders' column <c>cost</c>, else 1.</summary>
    public double? Margin { get; init; }

    /// <summary>The confidence level, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}

/// <summary>What ties orders to a campaign.</summary>
public enum OrderLink
{
    /// <summary>Nothing: no order can be set against the cost.</summary>
    None,
    /// <summary>The campaign's channel brought the user in the campaign's days.</summary>
    BroughtUser,
    /// <summary>The order names the campaign as its coupon.</summary>
    Coupon,
    /// <summary>The order came soon after a message of the campaign.</summary>
    Message,
}
