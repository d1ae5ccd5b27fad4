using UserOps.Data;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Tests.Segments.Audiences;

public class PurchaseTests
{
    // Ten buyers: tea for 10 each; u0 to u5 also coffee for 30 (two pieces); u9 a grinder for 120 with 30 off and later refunded by 20.
    private static readonly Dataset Shop = Make();

    private static Dataset Make()
    {
        (int User, string Category, double Amount, double Quantity, double Discount, double Refund)[] lines =
        [
            .. Enumerable.Range(0, 10).Select(user => (user, "tea", 10.0, 1.0, 0.0, 0.0)), .. Enumerable.Range(0, 6).Select(user => (user, "coffee", 30.0, 2.0, 0.0, 0.0)),
            (9, "grinder", 120, 1, 30, 20),
        ];
        var orders = new TypedTable("orders",
        [
            TextColumn.From("user_id", lines.Select(line => $"u{line.User}")), new TimeColumn("at", [.. lines.Select((line, i) => Journeys.Noon(i).Ticks)]),
            new NumberColumn("amount", [.. lines.Select(line => line.Amount)]), TextColumn.From("order_id", lines.Select((_, i) => $"{i}")),
            TextColumn.From("category", lines.Select(line => line.Category)), new NumberColumn("quantity", [.. lines.Select(line => line.Quantity)]),
            new NumberColumn("discount", [.. lines.Select(line => line.Discount)]), new NumberColumn("refund_amount", [.. lines.Select(line => line.Refund)]),
        ]);
        return Dataset.FromTables(new Dictionary<TableKind, TypedTable> { [TableKind.Orders] = orders });
    }

    private static AudienceMembers Of(params int[] users) => FeatureTable.From(
        new("users", [TextColumn.From("id", Enumerable.Range(0, 12).Select(i => $"u{i}")), new FlagColumn("chosen", [.. Enumerable.Range(0, 12).Select(i => (sbyte)(users.Contains(i) ? 1 : 0))])]), "id")
        .Audience("chosen", Rule.Flag("chosen").IsTrue);

    [Fact]
    public void Preference_compares_shares_of_spend_with_everyones()
    {
        var preference = Shop.PurchasePreference(Of(0, 1, 2, 3, 4, 11));
        Assert.Equal(5, preference.Buyers);
        // Members: 150 coffee, 50 tea of 200; everyone: 180 coffee, 100 tea, 120 grinder of 400.
        Assert.Equal([("coffee", 5, 0.75, 0.45), ("tea", 5, 0.25, 0.25), ("grinder", 0, 0, 0.3)], preference.Preferences.Select(one => (one.Name, one.Buyers, one.Share, one.ShareOfAll)));
        Assert.Equal([0.75 / 0.45, 1, 0], preference.Preferences.Select(one => one.Lift));
    }

    [Fact]
    public void Categories_that_few_members_bought_are_not_shown()
    {
        var rows = Shop.PurchasePreference(Of(5, 6, 7, 8, 9)).ToTable().Rows;
        Assert.Equal([("grinder", "< 5"), ("tea", 5), ("coffee", "< 5")], rows.Select(row => ((string)row[0]!, row[1])));
        Assert.Null(rows[0][2]);
    }

    [Fact]
    public void Power_compares_orders_discounts_and_price_bands_with_everyones()
    {
        var power = Shop.PurchasePower(Of(5, 6, 7, 8, 9));
        Assert.Equal((5, 7, 200, 180), (power.Members.Buyers, power.Members.Orders, power.Members.Spend, power.Members.Revenue));
        Assert.Equal((10, 17, 400, 380), (power.All.Buyers, power.All.Orders, power.All.Spend, power.All.Revenue));
        Assert.Equal(180.0 / 7, power.Members.AverageOrderValue);
        Assert.Equal(30.0 / 230, power.Members.DiscountShare);
        // Prices a piece: ten of 10, six of 15, one of 120; a third lies at 10, two thirds at 15.
        Assert.Equal((10, 15), power.Limits);
        Assert.Equal([5.0 / 7, 1.0 / 7, 1.0 / 7], power.Members.Bands);
        Assert.Equal([10.0 / 17, 6.0 / 17, 1.0 / 17], power.All.Bands);
    }

    [Fact]
    public void Too_few_buyers_and_users_of_another_export_are_refused()
    {
        Assert.StartsWith("Found fewer than 5 buyers in 'chosen'", Assert.Throws<InsufficientDataException>(() => Shop.PurchasePower(Of(1, 2, 3, 4, 11))).Message, StringComparison.Ordinal);
        var others = FeatureTable.From(new("users", [TextColumn.From("id", ["x", "y"])]), "id").Audience("all", Rule.Everyone);
        Assert.StartsWith("None of the 2 members", Assert.Throws<UserOpsException>(() => Shop.PurchasePower(others)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Orders have no column 'brand'", Assert.Throws<MissingDataException>(() => Shop.PurchasePreference(Of(1), "brand")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_orders_known_when_the_audience_was_told_count()
    {
        var data = Dataset.From(orders: Enumerable.Range(0, 12).Select(i => new OrderRow($"u{i % 6}", Journeys.Noon(i), 10, $"{i}")));
        var early = data.Features(new() { CutOff = Journeys.Monday.AddDays(6) }).Audience("all", Rule.Everyone);
        Assert.Equal(6, data.PurchasePower(early).All.Orders);
    }

    [Fact]
    public void Acting_is_worth_the_margin_on_extra_orders_less_its_cost()
    {
        // 10 members with a revenue of 380 in 17 orders; half an order more each at 40 % margin, 2 a person.
        var worth = Shop.ActionValue(Of([.. Enumerable.Range(0, 10)]), new() { ExtraOrders = 0.5, Margin = 0.4, CostPerPerson = 2 });
        Assert.Equal(10 * 0.5 * 380 / 17 * 0.4 - 20, worth.Profit, 9);
        Assert.Equal(2 / (380 / 17.0 * 0.4), worth.BreakEven!.Value, 9);
        Assert.Equal(0, worth.ProfitAt(worth.BreakEven.Value), 9);
        Assert.Equal(-20, worth.ProfitAt(0));
    }

    [Theory]
    [InlineData(-0.1, 0.4, 1)]
    [InlineData(double.NaN, 0.4, 1)]
    [InlineData(0.1, 0, 1)]
    [InlineData(0.1, 1.1, 1)]
    [InlineData(0.1, 0.4, -1)]
    public void Assumptions_that_cannot_be_are_refused(double extra, double margin, double cost) =>
        Assert.Contains("cannot be", Assert.Throws<UserOpsException>(() => Shop.ActionValue(Of(1, 2, 3, 4, 5), new() { ExtraOrders = extra, Margin = margin, CostPerPerson = cost })).Message, StringComparison.Ordinal);
}
