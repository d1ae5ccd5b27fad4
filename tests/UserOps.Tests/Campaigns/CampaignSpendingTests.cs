using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class CampaignSpendingTests
{
    internal static Dataset With(params Column[] campaigns)
    {
        var tables = RecordTables.Make(null, Journeys.Visits(("ann", [0, 40])), null);
        tables.Add(TableKind.Campaigns, new("campaigns", campaigns));
        return Dataset.FromTables(tables);
    }

    internal static TimeColumn Days(string name, params int?[] days) => new(name, [.. days.Select(day => day is { } known ? Journeys.Noon(known).Ticks : TimeColumn.Missing)]);

    private static readonly Dataset Shop = With(
        TextColumn.From("campaign_id", ["spring", "posters", null, "spring", null]), TextColumn.From("channel", ["sms", "posters", null, "sms", "sms"]),
        Days("starts_at", 0, 10, null, 5, 4), Days("ends_at", 6, 20, null, 8, null),
        new NumberColumn("media_cost", [0, 300, double.NaN, 0, 0]), new NumberColumn("staff_cost", [50, 0, double.NaN, 20, 0]), new NumberColumn("cost", [60, 300, 25, 20, 0]));

    [Fact]
    public void Costs_add_up_by_kind_and_the_rest_of_a_total_is_of_no_known_kind()
    {
        var spending = Shop.CampaignSpending();
        Assert.Equal(405, spending.Total, 1e-9);
        var spring = spending.Campaigns[0];
        Assert.Equal((70, 10, 80), (spring.Costs[CostKind.Staff], spring.Costs[CostKind.Other], spring.Cost));
        Assert.Equal(Panels.Days(0, 9), spring.Period);
    }

    [Fact]
    public void Costs_without_a_campaign_campaigns_without_a_cost_and_overlaps_are_named()
    {
        var spending = Shop.CampaignSpending();
        Assert.Equal(25, spending.WithoutCampaign);
        Assert.Equal(("spring", "sms"), (Assert.Single(spending.Overlaps).First.Label, spending.Overlaps[0].Second.Label));
        Assert.Equal(3, spending.Notes.Count);
    }

    [Fact]
    public void A_column_of_kinds_names_the_kind_of_each_row()
    {
        var spending = With(TextColumn.From("campaign_id", ["a", "a"]), TextColumn.From("cost_kind", ["媒体", "gift"]), new NumberColumn("cost", [7, 3])).CampaignSpending();
        Assert.Equal((7, 3), (spending.Campaigns[0].Costs[CostKind.Media], spending.Campaigns[0].Costs[CostKind.Gift]));
    }

    [Fact]
    public void Without_the_table_or_its_costs_there_is_no_answer()
    {
        Assert.Throws<MissingDataException>(() => Journeys.Of(("ann", [0])).CampaignSpending());
        Assert.Throws<MissingDataException>(() => With(TextColumn.From("campaign_id", ["a"]), Days("starts_at", 0)).CampaignSpending());
    }

    [Fact]
    public void The_shop_spent_what_its_file_says()
    {
        var spending = Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), new OpenOptions { UseCache = false }, cancellation: TestContext.Current.CancellationToken).CampaignSpending();
        // awk -F, 'NR>1{s+=$12} END{printf "%.2f", s}' campaigns.csv
        Assert.Equal(66602.34, spending.Total, 0.005);
        Assert.Equal(0, spending.WithoutCampaign);
        Assert.Equal(1682, spending.Campaigns.Single(one => one.Id == "winback-coupon").Costs[CostKind.Incentive]);
    }

    [Fact]
    public void Text_reads_as_the_golden_file() => Golden.Matches(Shop.CampaignSpending().ToString(), "spending.txt");

    [Fact]
    public void It_renders_in_every_way()
    {
        Assert.NotNull(Shop.CampaignSpending().Render()[MimeBundle.Html]);
        Assert.StartsWith("<svg", Shop.CampaignSpending().ToChart().ToSvg().TrimStart(), StringComparison.Ordinal);
    }
}
