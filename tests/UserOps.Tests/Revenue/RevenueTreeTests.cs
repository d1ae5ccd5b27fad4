using CsCheck;
using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Revenue;
using UserOps.Time;

namespace UserOps.Tests.Revenue;

public class RevenueTreeTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Period January = new(new(2024, 1, 1), new(2024, 2, 1)), February = new(new(2024, 2, 1), new(2024, 3, 1));

    private static readonly Dataset Shop = Dataset.From(
        users: [new("a", Channel: "search"), new("b", Channel: "feed"), new("c", Channel: "feed"), new("d", Channel: "search")],
        events: [.. from user in new[] { "a", "b", "c", "d" } from day in new[] { 2, 40 } select new EventRow(user, "visit", Start.AddDays(day))],
        orders:
        [
            new("a", Start, 100), new("a", Start.AddDays(3), 50), new("b", Start.AddDays(4), 60), new("a", Start.AddDays(35), 80, Refund: 10),
            new("c", Start.AddDays(36), 40), new("c", Start.AddDays(37), 30), new("c", Start.AddDays(38), 20), new("b", Start.AddDays(50), -15),
        ]);

    [Fact]
    public void The_leaves_of_both_months_can_be_counted_by_hand()
    {
        // January: 4 active, none had bought: a and b buy first (160); a of the buyers a, b again (50).
        Assert.Equal([4, 0.5, 80, 2, 0.5, 1, 50], Shop.RevenueTree(January).Leaves.Select(leaf => leaf.Value));
        // February: c and d without an earlier order, c buys (40); a, b, c have bought, a and c repeat 3 orders for 120 net; b's refund stands alone.
        Assert.Equal([2, 0.5, 40, 3, 2 / 3.0, 1.5, 40, -15], Shop.RevenueTree(February).Leaves.Select(leaf => leaf.Value), new Near());
    }

    [Theory]
    [InlineData(SplitRule.Lmdi)]
    [InlineData(SplitRule.Shapley)]
    public void The_change_is_split_without_a_residual(SplitRule rule)
    {
        var change = Shop.RevenueChange(January, February, rule);
        Assert.Equal(145 - 210, change.Change, 1e-9);
        Assert.Equal(change.Change, change.Contributions.Sum(c => c.Amount), 1e-9);
        Assert.Equal(-15, change["Refunds on their own"]);
        Assert.Contains(change.Notes, note => note.Contains("31 and 29 days", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tree_is_the_net_revenue_of_any_period() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 59], Gen.Double[-20, 100]).Array[1, 20],
            rows =>
            {
                var data = Dataset.From(
                    events: [new("u0", "visit", Start), new("u0", "visit", Start.AddDays(59))],
                    orders: rows.Select(row => new OrderRow($"u{row.Item1}", Start.AddDays(row.Item2), row.Item3)));
                foreach (var period in new[] { January, February })
                    Assert.Equal(rows.Where(row => period.Contains(DateOnly.FromDateTime(Start.AddDays(row.Item2)))).Sum(row => row.Item3), data.RevenueTree(period).Value, 1e-8);
                var change = data.RevenueChange(January, February);
                Assert.Equal(change.Change, change.Contributions.Sum(c => c.Amount), 1e-8);
            }, iter: 500);

    [Fact]
    public void Over_channels_orders_are_the_volume_and_the_order_value_is_the_rate()
    {
        var split = Shop.RevenueChange(new RevenueDimension.OfUser("channel"), January, February);
        Assert.Equal(["search", "feed"], split.Segments.Select(segment => segment.Of.Name));
        Assert.Equal(new Segment("search", 2, 150, 1, 70), split.Segments[0].Of);
        Assert.Equal(new Segment("feed", 1, 60, 3, 75), split.Segments[1].Of);
        Assert.Equal(-65, split.Volume + split.Mix + split.Rate, 1e-9);
    }

    [Fact]
    public void Over_categories_lines_are_the_volume()
    {
        var data = Dataset.FromTables(new Dictionary<TableKind, TypedTable>
        {
            [TableKind.Orders] = new("orders",
            [
                TextColumn.From("user_id", ["a", "a", "b", "b"]), TextColumn.From("order_id", ["1", "1", "2", "2"]),
                new TimeColumn("at", [Start.Ticks, Start.Ticks, Start.AddDays(40).Ticks, Start.AddDays(40).Ticks]),
                new NumberColumn("amount", [10, 20, 30, 5]), TextColumn.From("category", ["tea", "coffee", "tea", "tea"]),
            ]),
        });
        var split = data.RevenueChange(new RevenueDimension.OfLine("category"), January, February);
        Assert.Equal(new Segment("tea", 1, 10, 2, 35), split.Segments[0].Of);
        Assert.Equal(new Segment("coffee", 1, 20, 0, 0), split.Segments[1].Of);
        Assert.Equal(5, split.Change, 1e-12);
    }

    [Fact]
    public void A_group_with_a_refund_but_no_order_is_pooled_with_another()
    {
        var split = Dataset.From(
            users: [new("a", Channel: "x"), new("b", Channel: "y")],
            orders: [new("a", Start, 10), new("a", Start.AddDays(40), 12), new("b", Start.AddDays(1), 5), new("b", Start.AddDays(41), -5)])
            .RevenueChange(new RevenueDimension.OfUser("channel"), January, February);
        Assert.Equal(new Segment("(2 others)", 2, 15, 1, 7), Assert.Single(split.Segments).Of);
    }
}
