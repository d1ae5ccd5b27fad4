using UserOps.Data;
using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue;

public class CustomerHistoryTests
{
    private static readonly CustomerHistoryDefinition Days = new() { Unit = TimeUnit.Day };

    // The last order of z sets the end of the data: day 40.
    private static CustomerHistoryResult Summarise(CustomerHistoryDefinition definition, params OrderRow[] orders) =>
        Dataset.From(orders: [.. orders, new("z", Journeys.Noon(40), 1)]).CustomerHistories(definition);

    [Fact]
    public void Purchases_of_one_day_are_one_and_the_first_is_no_repeat()
    {
        var found = Summarise(
            Days, new("a", Journeys.Noon(0), 10, "1"), new("a", Journeys.Noon(0).AddHours(3), 5, "2"),
            new("a", Journeys.Noon(10), 20, "3"), new("a", Journeys.Noon(10).AddHours(1), 8, "4"), new("a", Journeys.Noon(30), 12, "5"));
        Assert.Equal(new CustomerHistory("a", 2, 30, 40, 20), found.Histories["a"]);
        Assert.Equal(new CustomerHistory("z", 0, 0, 0, double.NaN), found.Histories["z"]);
        Assert.Equal((6, 4), ((int)found.Orders, (int)found.PurchaseDays));
        Assert.Null(found.HoldOut);
    }

    [Fact]
    public void What_comes_after_calibration_is_held_out()
    {
        var found = Summarise(
            Days with { CalibrationEnd = Journeys.Monday.AddDays(20) },
            new("a", Journeys.Noon(0), 10), new("a", Journeys.Noon(20), 6), new("a", Journeys.Noon(21), 7), new("a", Journeys.Noon(35), 9), new("b", Journeys.Noon(25), 5));
        Assert.Equal(new CustomerHistory("a", 1, 20, 20, 6), Assert.Single(found.Histories));
        Assert.Equal((20, 2, 16), (found.HoldOut!.Length, found.HoldOut.Purchases[0], found.HoldOut.Value[0]));
        // b and z came later.
        Assert.Equal(2, found.LaterCustomers);
    }

    [Fact]
    public void Refunds_lower_their_purchase_and_what_was_given_back_in_full_is_no_purchase()
    {
        OrderRow[] orders =
        [
            new("a", Journeys.Noon(0), 10), new("a", Journeys.Noon(5), 20, Refund: 5), new("a", Journeys.Noon(8), 30), new("a", Journeys.Noon(9), -30),
            new("a", Journeys.Noon(12), 40), new("a", Journeys.Noon(14), -4),
        ];
        var found = Summarise(Days, orders);
        Assert.Equal(new CustomerHistory("a", 2, 12, 40, (15 + 36) / 2.0), found.Histories["a"]);
        Assert.Equal(1, found.GivenBack);
        Assert.Equal(new CustomerHistory("a", 3, 12, 40, 30), Summarise(Days with { Refunds = RefundRule.Ignore }, orders).Histories["a"]);
    }

    [Fact]
    public void A_refund_after_calibration_is_a_loss_of_the_hold_out()
    {
        var found = Summarise(
            Days with { CalibrationEnd = Journeys.Monday.AddDays(20) }, new("a", Journeys.Noon(0), 10), new("a", Journeys.Noon(15), 50), new("a", Journeys.Noon(25), -50));
        Assert.Equal(new CustomerHistory("a", 1, 15, 20, 50), found.Histories["a"]);
        Assert.Equal((0, -50), (found.HoldOut!.Purchases[0], found.HoldOut.Value[0]));
    }

    [Fact]
    public void A_customer_who_gave_everything_back_later_is_tracked_as_nobody()
    {
        OrderRow[] orders =
        [
            .. from i in Enumerable.Range(0, 40) from day in new[] { i % 7, 8 + i % 9, 22 + i % 11 } where (i + day) % 4 != 0 select new OrderRow($"u{i:00}", Journeys.Noon(day), 5),
            new("gone", Journeys.Noon(1), 30), new("gone", Journeys.Noon(25), -30), new("z", Journeys.Noon(40), 1),
        ];
        var export = Dataset.From(orders: orders);
        var past = export.CustomerHistories(Days with { CalibrationEnd = Journeys.Monday.AddDays(20) });
        Assert.Contains("gone", past.Histories.Ids);
        var tracked = BgNbd.Fit(past.Histories).Track(export, past);
        Assert.Equal(past.Histories.Frequency.Sum() + past.HoldOut!.TotalPurchases, tracked.Steps[^1].ActualSoFar);
    }

    [Fact]
    public void Only_customers_whose_first_purchase_lies_in_the_days_asked_for_are_kept()
    {
        var found = Summarise(
            Days with { FirstPurchase = new(Journeys.Monday.AddDays(3), Journeys.Monday.AddDays(6)) },
            new("early", Journeys.Noon(2), 1), new("first", Journeys.Noon(3), 1), new("last", Journeys.Noon(5), 1), new("late", Journeys.Noon(6), 1));
        Assert.Equal(["first", "last"], found.Histories.Ids);
    }

    [Fact]
    public void Weeks_are_sevenths_of_days() =>
        Assert.Equal(new CustomerHistory("a", 1, 2, 40 / 7.0, 3), Summarise(new(), new("a", Journeys.Noon(0), 9), new OrderRow("a", Journeys.Noon(14), 3)).Histories["a"]);

    /// <summary>Counts of Fader, Hardie and Lee (2005), "Counting your customers the easy way", Marketing Science 24; Σx and Σx* recomputed with pandas 1.5.</summary>
    [Fact]
    public void The_log_of_CDNOW_gives_the_published_counts()
    {
        var export = Cdnow.Log;
        var found = export.CustomerHistories(new() { CalibrationEnd = new(1997, 9, 30) });
        Assert.Equal((2_357, 6_919, 6_696), (found.Histories.Count, export.Table(TableKind.Orders).RowCount, found.PurchaseDays));
        Assert.Equal((2_457, 1_882), (found.Histories.Frequency.Sum(), found.HoldOut!.TotalPurchases));
        Assert.Equal(946, found.Histories.Frequency.Count(x => x > 0));
        var rounded = TypedTable.Open(PublicData.Path("cdnow/cdnow_customers_summary.csv"), new() { UseCache = false }).CustomerHistories();
        Assert.Equal(rounded.Frequency, found.Histories.Frequency);
        Assert.All(rounded.Zip(found.Histories), pair =>
        {
            Assert.Equal(pair.First.Recency, pair.Second.Recency, 0.00501);
            Assert.Equal(pair.First.Age, pair.Second.Age, 0.00501);
        });
    }

    [Fact]
    public void Ends_outside_the_data_or_out_of_order_are_refused()
    {
        var late = Assert.Throws<UserOpsException>(() => Summarise(Days with { CalibrationEnd = Journeys.Monday.AddDays(90) }, new OrderRow("a", Journeys.Noon(0), 1)));
        Assert.Contains("2024-01-01 to 2024-02-10", late.Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Summarise(
            Days with { CalibrationEnd = Journeys.Monday.AddDays(20), HoldOutEnd = Journeys.Monday.AddDays(10) }, new OrderRow("a", Journeys.Noon(0), 1)));
        Assert.Throws<UserOpsException>(() => Summarise(Days with { Unit = TimeUnit.Opportunity }, new OrderRow("a", Journeys.Noon(0), 1)));
    }

    [Fact]
    public void Nobody_to_summarise_is_refused() => Assert.Throws<InsufficientDataException>(() =>
        Summarise(Days with { FirstPurchase = new(Journeys.Monday.AddDays(60), Journeys.Monday.AddDays(70)) }, new OrderRow("a", Journeys.Noon(0), 1)));

    [Theory]
    [InlineData(1, 2, 1, "recency")]
    [InlineData(1.5, 1, 2, "whole number")]
    [InlineData(1, double.NaN, 2, "recency")]
    [InlineData(double.NaN, 1, 2, "frequency")]
    [InlineData(1, 1, double.PositiveInfinity, "age")]
    public void Impossible_rows_of_a_ready_table_are_refused_by_name(double frequency, double recency, double age, string word)
    {
        var table = new TypedTable("ready",
        [
            TextColumn.From("ID", ["a"]), new NumberColumn("frequency", [frequency]), new NumberColumn("recency", [recency]), new NumberColumn("T", [age]),
        ]);
        string message = Assert.Throws<UserOpsException>(() => table.CustomerHistories()).Message;
        Assert.Contains(word, message, StringComparison.Ordinal);
        Assert.Contains("'a'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_counts_only_where_there_is_a_repeat_purchase()
    {
        var table = new TypedTable("ready",
        [
            new NumberColumn("ID", [17, 18]), new NumberColumn("frequency", [0, 2]), new NumberColumn("recency", [0, 3]), new NumberColumn("T", [5, 5]), new NumberColumn("m", [0, 7]),
        ]);
        var found = table.CustomerHistories(new HistoryColumns(MonetaryValue: "m"), TimeUnit.Day);
        Assert.Equal([new("17", 0, 0, 5, double.NaN), new("18", 2, 3, 5, 7)], found);
    }
}
