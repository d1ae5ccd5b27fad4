using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>What campaigns cost in a period, by channel. A campaign that reaches beyond the period counts by its days within.</summary>
internal sealed class CampaignCosts
{
    private static readonly string[] AcquisitionWords = ["acquisition", "acquire", "获客", "拉新"];

    private readonly Dictionary<string, double> _byChannel = new(StringComparer.OrdinalIgnoreCase);

    private CampaignCosts(string? missing) => Missing = missing;

    /// <summary>Why there are no costs; null when there are.</summary>
    public string? Missing { get; }

    /// <summary>The channels with a cost.</summary>
    public IReadOnlyDictionary<string, double> ByChannel => _byChannel;

    public static CampaignCosts Of(Dataset data, Period period)
    {
        if (!data.Has(TableKind.Campaigns))
            return new("the export has no table of campaigns with costs");
        if (!data.Table(TableKind.Campaigns).TryGet<TextColumn>("channel", out _))
            return new("the table of campaigns has no column 'channel'");
        var table = CampaignTable.Of(data);
        if (!table.HasCosts)
            return new("the table of campaigns has no column 'cost'");
        var found = new CampaignCosts(null);
        foreach (var campaign in table.All)
            if (campaign.Channel is { } channel && BringsUsers(campaign))
                found._byChannel[channel] = found._byChannel.GetValueOrDefault(channel) + campaign.Cost * campaign.ShareIn(period);
        return found;
    }

    /// <summary>Without a stated purpose every campaign may bring users; channels that bring nobody are left out later.</summary>
    internal static bool BringsUsers(Campaign campaign) => campaign.Purpose is not { } purpose || AcquisitionWords.Contains(purpose, StringComparer.OrdinalIgnoreCase);
}
