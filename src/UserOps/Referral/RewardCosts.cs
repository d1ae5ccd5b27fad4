using UserOps.Acquisition;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Referral;

/// <summary>What the rewards for invitations cost: as given, else the cost of campaigns whose channel is referral.</summary>
internal static class RewardCosts
{
    private static readonly string[] Channels = ["referral", "refer", "referrals", "invite", "invitation", "mgm", "裂变", "邀请", "转介绍", "老带新"];

    /// <summary>The cost, or why it is not known.</summary>
    public static (double? Cost, string? Missing) Of(Dataset data, ReferralDefinition definition, Period period)
    {
        if (definition.RewardCost is { } given)
            return (given, null);
        var costs = CampaignCosts.Of(data, period);
        if (costs.Missing is { } reason)
            return (null, reason);
        double[] found = [.. costs.ByChannel.Where(pair => Channels.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => pair.Value)];
        return found.Length > 0 ? (found.Sum(), null) : (null, $"no campaign has one of the channels {string.Join(", ", Channels.Take(3))} …; give RewardCost");
    }
}
