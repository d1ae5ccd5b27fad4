using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Display;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class CampaignReturnTests
{
    // ads bring ann and bob in the first week; mail goes to cai on day 10, who buys on day 12 and again on day 20; the coupon stands on an order of dee.
    private static Dataset Shop()
    {
        var tables = RecordTables.Make([new("ann", Journeys.Noon(0), "ads"), new("bob", Journeys.Noon(1), "ads"), new("cai", Journeys.Noon(1), "search"), new("dee", Journeys.Noon(30), "ads")], Journeys.Visits(("ann", [0, 90])), null);
        tables.Add(TableKind.Orders, new("orders",
        [
            TextColumn.From("user_id", ["ann", "ann", "cai", "cai", "dee"]), CampaignSpendingTests.Days("at", 2, 40, 12, 20, 31), new NumberColumn("amount", [100, 60, 50, 70, 90]),
            TextColumn.From("coupon", [null, null, null, null, "gift"]),
        ]));
        tables.Add(TableKind.Touches, new("touches", [TextColumn.From("user_id", ["cai"]), CampaignSpendingTests.Days("at", 10), TextColumn.From("campaign_id", ["mail"]), TextColumn.From("outcome", ["sent"])]));
        tables.Add(TableKind.Campaigns, new("campaigns",
        [
            TextColumn.From("campaign_id", ["ads", "mail", "gift", "fair", "free"]), TextColumn.From("channel", ["ads", "email", "app", "fair", "fair"]),
            TextColumn.From("purpose", ["acquisition", "retention", "retention", "retention", "retention"]), TextColumn.From("creative", ["blue", "blue", null, null, null]),
            CampaignSpendingTests.Days("starts_at", 0, 9, 30, 5, 6), CampaignSpendingTests.Days("ends_at", 6, 20, 35, 5, 6), new NumberColumn("cost", [50, 10, 30, 20, 0]),
        ]));
        return Dataset.FromTables(tables);
    }

    private static readonly CampaignReturnDefinition Each = new() { By = CampaignGrouping.Campaign, HorizonDays = 30, Margin = 0.5 };

    [Fact]
    public void Orders_are_tied_by_hand()
    {
        var returns = Shop().CampaignReturns(Each).Returns.ToDictionary(one => one.Name);
        Assert.Equal((OrderLink.BroughtUser, 2, 1, 1, 100), (returns["ads"].Link, returns["ads"].NewUsers!.Value, returns["ads"].Buyers, returns["ads"].Orders, returns["ads"].Revenue.Sum));
        Assert.Equal((25, 2, 0), (returns["ads"].CostPerUser!.Value, returns["ads"].ReturnOnAdSpend!.Value.Value, returns["ads"].ReturnOnInvestment!.Value.Value));
        Assert.Equal((OrderLink.Message, 1, 50), (returns["mail"].Link, returns["mail"].Orders, returns["mail"].Revenue.Sum));
        Assert.Equal((OrderLink.Coupon, 1, 90), (returns["gift"].Link, returns["gift"].Orders, returns["gift"].Revenue.Sum));
        Assert.Equal(OrderLink.None, returns["fair"].Link);
        Assert.Null(returns["fair"].ReturnOnAdSpend);
    }

    [Fact]
    public void Creatives_channels_and_missing_columns()
    {
        Assert.Equal(60, Shop().CampaignReturns(Each with { By = CampaignGrouping.Creative }).Returns.Single(one => one.Name == "blue").Cost);
        Assert.Equal(20, Shop().CampaignReturns(Each with { By = CampaignGrouping.Channel }).Returns.Single(one => one.Name == "fair").Cost);
        var data = CampaignSpendingTests.With(TextColumn.From("campaign_id", ["a"]), new NumberColumn("cost", [1]));
        Assert.Throws<MissingDataException>(() => data.CampaignReturns());
        Assert.Throws<UserOpsException>(() => Shop().CampaignReturns(Each with { Level = double.NaN }));
    }

    [Fact]
    public void Cost_per_buyer_has_the_exact_limits_of_a_Poisson_count()
    {
        // R 4.2: poisson.test(10)$conf.int = 4.795389 18.390356
        var one = new CampaignReturn("x", OrderLink.Message, 100, null, 10, 12, new MeanSums(10, 500, 30000), 1, 0.95);
        Assert.Equal(10, one.CostPerBuyer);
        Assert.Equal(100 / 18.390356, one.CostPerBuyerInterval!.Value.Lower, 1e-5);
        Assert.Equal(100 / 4.795389, one.CostPerBuyerInterval!.Value.Upper, 1e-5);
        Assert.Null((one with { Cost = 0 }).ReturnOnAdSpend);
    }

    [Fact]
    public void Text_reads_as_the_golden_file() => Golden.Matches(Shop().CampaignReturns(Each).ToString(), "returns.txt");

    [Fact]
    public void It_renders_in_every_way()
    {
        Assert.NotNull(Shop().CampaignReturns(Each).Render()[MimeBundle.Html]);
        Assert.StartsWith("<svg", Shop().CampaignReturns(Each).ToChart()!.ToSvg().TrimStart(), StringComparison.Ordinal);
    }
}
