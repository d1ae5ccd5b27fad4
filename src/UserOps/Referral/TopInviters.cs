using UserOps.Data;

namespace UserOps.Referral;

/// <summary>One of the users who brought most.</summary>
/// <param name="Id">The user's id, masked where it is personal.</param>
/// <param name="Invited">How many new users of the period the user invited.</param>
/// <param name="Buyers">How many of them ordered so far; null without orders.</param>
/// <param name="NetRevenue">What they spent so far, net of refunds; null without orders.</param>
public sealed record TopInviter(string Id, int Invited, int? Buyers, double? NetRevenue);

internal static class TopInviters
{
    public static IReadOnlyList<TopInviter> Of(Dataset data, ReferralCounts counts, int top)
    {
        bool hasOrders = data.Has(TableKind.Orders);
        return [.. counts.InvitedUsers.GroupBy(counts.Tree.InviterOf)
            .OrderByDescending(group => group.Count()).ThenBy(group => data.Users[group.Key], StringComparer.Ordinal)
            .Take(top)
            .Select(group => new TopInviter(
                data.Users.Shown(group.Key), group.Count(),
                hasOrders ? group.Count(user => HasOrder(data.Orders[user])) : null,
                hasOrders ? group.Sum(user => Net(data.Orders[user])) : null))];
    }

    private static bool HasOrder(ReadOnlySpan<Order> orders)
    {
        foreach (var order in orders)
            if (order.Amount > 0)
                return true;
        return false;
    }

    private static double Net(ReadOnlySpan<Order> orders)
    {
        double net = 0;
        foreach (var order in orders)
            net += order.Net;
        return net;
    }
}
