using UserOps.Acquisition;
using UserOps.Data;
using UserOps.Features;
using UserOps.LifetimeValue;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>What campaigns returned on their cost.</summary>
public static class CampaignReturnAnalysis
{
    /// <summary>Cost, gross revenue, ROAS, ROI, CAC and CPA by campaign, channel or creative.</summary>
    /// <remarks>
    /// A campaign that brings users is credited with what these bring within the horizon; one whose id stands on orders as a coupon with these orders; one with messages with the orders
    /// that come within a few days after its message and before another. All of it is gross: what would have come anyway is in it. What a campaign added is told by <c>HoldOut</c> or <c>Incrementality</c>.
    /// </remarks>
    /// <exception cref="MissingDataException">The export lacks campaigns, their costs or orders, or the column asked for.</exception>
    public static CampaignReturns CampaignReturns(this Dataset data, CampaignReturnDefinition? definition = null)
    {
        definition ??= new();
        if (definition.HorizonDays < 1 || definition.ResponseDays < 1 || !(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"Horizon {definition.HorizonDays}, response {definition.ResponseDays} days and level {definition.Level} were asked for; 1 day or more and a level between 0 and 1 are needed."));
        var spending = data.CampaignSpending();
        var margin = OrderMargin.Of(data, definition.Margin);
        var links = new CampaignLinks(data, spending.Campaigns, definition);
        var names = Names(data, definition.By, spending.Campaigns);
        return new()
        {
            Definition = definition,
            Spending = spending,
            MarginWords = margin.Describe(),
            Returns =
            [
                .. spending.Campaigns.Zip(names).Where(pair => !pair.First.IsNameless).GroupBy(pair => pair.Second, pair => pair.First, StringComparer.Ordinal)
                    .Select(group => links.Of(group.Key, [.. group], margin.Rate)).OrderByDescending(one => one.Cost).ThenBy(one => one.Name, StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<string> Names(Dataset data, CampaignGrouping by, IReadOnlyList<Campaign> campaigns)
    {
        if (by == CampaignGrouping.Creative && campaigns.All(one => one.Creative is null))
            throw new MissingDataException("The table of campaigns has no column 'creative'. Name it with --map \"campaigns.creative=…\".");
        return campaigns.Select(one => by switch
        {
            CampaignGrouping.Campaign => one.Label,
            CampaignGrouping.Channel => one.Channel ?? GroupCodes.None,
            CampaignGrouping.Creative => one.Creative ?? GroupCodes.None,
            _ => one.Group,
        });
    }
}

/// <summary>Finds the orders that are tied to campaigns.</summary>
internal sealed class CampaignLinks
{
    private readonly Dataset _data;
    private readonly CampaignReturnDefinition _definition;
    private readonly UserChannels _channels;
    private readonly Dictionary<string, List<(int User, double Net)>> _byCoupon = new(StringComparer.Ordinal), _byMessage = new(StringComparer.Ordinal);
    private readonly HashSet<string> _messaged = new(StringComparer.Ordinal);

    public CampaignLinks(Dataset data, IReadOnlyList<Campaign> campaigns, CampaignReturnDefinition definition)
    {
        (_data, _definition, _channels) = (data, definition, UserChannels.Of(data, null));
        HashSet<string> ids = [.. campaigns.Select(one => one.Id).OfType<string>()];
        if (data.Orders.HasLineProperty("coupon"))
            ReadCoupons(data.Orders.LineProperty<TextColumn>("coupon"), ids);
        if (data.Has(TableKind.Touches) && data.Table(TableKind.Touches).TryGet<TextColumn>("campaign_id", out var touched))
            ReadMessages(touched, ids);
    }

    /// <summary>The return of some campaigns together.</summary>
    public CampaignReturn Of(string name, IReadOnlyList<Campaign> campaigns, double margin)
    {
        double cost = campaigns.Sum(one => one.Cost);
        if (campaigns.All(one => one.Purpose is not null && CampaignCosts.BringsUsers(one) && one.Channel is not null && one.Period is not null))
            return OfUsers(name, campaigns, cost, margin);
        var coupons = Orders(_byCoupon, campaigns);
        if (coupons.Count > 0)
            return OfOrders(name, OrderLink.Coupon, cost, coupons, margin);
        bool isLinked = campaigns.Any(one => one.Id is { } id && _messaged.Contains(id));
        return OfOrders(name, isLinked ? OrderLink.Message : OrderLink.None, cost, Orders(_byMessage, campaigns), margin);
    }

    private CampaignReturn OfUsers(string name, IReadOnlyList<Campaign> campaigns, double cost, double margin)
    {
        int users = 0, buyers = 0, orders = 0;
        var revenue = new MeanSums();
        for (int user = 0; user < _data.Users.Count; user++)
        {
            long seen = _data.FirstSeen.Ticks[user];
            if (seen == TimeColumn.Missing || !campaigns.Any(one => Brought(one, user, seen)))
                continue;
            int own = 0;
            double net = 0;
            foreach (var order in _data.Orders[user])
                if (order.Ticks >= seen && order.Ticks < seen + _definition.HorizonDays * TimeSpan.TicksPerDay)
                    (own, net) = (own + (order.Amount > 0 ? 1 : 0), net + order.Net);
            (users, buyers, orders, revenue) = (users + 1, buyers + (own > 0 ? 1 : 0), orders + own, revenue.Add(net));
        }
        return new(name, OrderLink.BroughtUser, cost, users, buyers, orders, revenue, margin, _definition.Level);
    }

    private bool Brought(Campaign campaign, int user, long seen) =>
        campaign.Period!.Value.Contains(DateOnly.FromDayNumber(_data.Calendar.DayOf(seen))) && string.Equals(campaign.Channel, _channels.Names[_channels[user]], StringComparison.OrdinalIgnoreCase);

    private CampaignReturn OfOrders(string name, OrderLink link, double cost, List<(int User, double Net)> orders, double margin)
    {
        double[] byUser = [.. orders.GroupBy(one => one.User).Select(group => group.Sum(one => one.Net))];
        return new(name, link, cost, null, byUser.Length, orders.Count, byUser.Aggregate(new MeanSums(), (sums, net) => sums.Add(net)), margin, _definition.Level);
    }

    private static List<(int User, double Net)> Orders(Dictionary<string, List<(int User, double Net)>> found, IReadOnlyList<Campaign> campaigns) =>
        [.. campaigns.Select(one => one.Id).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(id => found.GetValueOrDefault(id) ?? [])];

    private void ReadCoupons(TextColumn coupons, HashSet<string> ids)
    {
        foreach (var order in _data.Orders.All())
            foreach (var line in _data.Orders.Lines(order))
                if (coupons[line.Row] is { } coupon && ids.Contains(coupon))
                {
                    Add(_byCoupon, coupon, order);
                    break;
                }
    }

    private void ReadMessages(TextColumn touched, HashSet<string> ids)
    {
        var rows = KnownRows.Of(_data, TableKind.Touches, "at", long.MaxValue);
        long[] ticks = rows.Table.Get<TimeColumn>("at").Ticks;
        _messaged.UnionWith(touched.Words);
        for (int user = 0; user < _data.Users.Count; user++)
            foreach (var order in _data.Orders[user])
                if (order.Amount > 0 && LastBefore(rows[user], ticks, order.Ticks) is >= 0 and var row && order.Ticks - ticks[row] < _definition.ResponseDays * TimeSpan.TicksPerDay && touched[row] is { } id && ids.Contains(id))
                    Add(_byMessage, id, order);
    }

    private static int LastBefore(ReadOnlySpan<int> rows, long[] ticks, long moment)
    {
        for (int i = rows.Length - 1; i >= 0; i--)
            if (ticks[rows[i]] <= moment)
                return rows[i];
        return -1;
    }

    private static void Add(Dictionary<string, List<(int User, double Net)>> found, string campaign, Order order)
    {
        if (!found.TryGetValue(campaign, out var orders))
            found.Add(campaign, orders = []);
        orders.Add((order.User, order.Net));
    }
}
