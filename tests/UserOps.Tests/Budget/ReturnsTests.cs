using UserOps.Budget;
using UserOps.Data;
using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.Budget;

public class ReturnsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data-samples", "shop");

    private static readonly Lazy<ChannelReturns> Shop = new(() => Dataset.Open(Folder).ChannelReturns());

    [Fact]
    public void The_channels_of_the_shop_stand_in_the_order_of_their_planted_returns()
    {
        // truth.json: revenue in 90 days ÷ cost a user is 9.1 for referral, 3.19 for search, 2.42 for kol, 2.41 for social.
        Assert.Equal("referral", Shop.Value.Channels[0].Name);
        Assert.Equal(["kol", "referral", "search", "social"], Shop.Value.Channels.Select(channel => channel.Name).Order(StringComparer.Ordinal));
        var comparison = PlantedTruth.Beside(Folder, "channels").Against("measured.net_revenue90", Shop.Value.RevenuePerUser);
        Assert.Equal((4, 4), (comparison.Held, comparison.Known));
        Assert.All(Shop.Value.Channels, channel => Assert.Equal(channel.Name switch { "referral" => 10, "search" => 18, "kol" => 30, _ => 9 }, channel.CostPerUser!.Value, 0.5));
    }

    [Fact]
    public void Money_goes_from_the_channel_that_brings_least_to_the_one_that_brings_most()
    {
        var plan = Shop.Value.ForBudget().Allocate(new() { Per = "month", Outcome = "net revenue", Currency = "¥" });
        Assert.Equal(plan["referral"].Bounds.Upper, plan["referral"].Planned);
        Assert.True(plan.GainInterval!.Value.Lower > 0, plan.Decision);
        Assert.Contains("referral", plan.Decision, StringComparison.Ordinal);
        // The same plan at the planted returns (truth.json: revenue in 90 days ÷ cost a user).
        double planted = plan.Lines.Sum(line => line.Change * line.Channel.Name switch { "referral" => 91.0 / 10, "search" => 57.5 / 18, "kol" => 72.7 / 30, _ => 21.7 / 9 });
        Assert.InRange(planted, plan.GainInterval.Value.Lower, plan.GainInterval.Value.Upper);
    }

    [Fact]
    public void An_export_without_costs_or_without_orders_says_so()
    {
        var visits = Dataset.From(events: [new("u", "visit", new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc))]);
        Assert.Contains("no orders", Assert.Throws<MissingDataException>(() => visits.ChannelReturns()).Message, StringComparison.Ordinal);
        var orders = Dataset.From(orders: [new("u", new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), 5)]);
        Assert.Contains("campaigns", Assert.Throws<MissingDataException>(() => orders.ChannelReturns()).Message, StringComparison.Ordinal);
    }
}
