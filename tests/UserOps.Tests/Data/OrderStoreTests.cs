using UserOps.Data;

namespace UserOps.Tests.Data;

public class OrderStoreTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static OrderStore Store(params OrderRow[] rows) => Dataset.From(orders: rows).Orders;

    private static OrderStore Table(params Column[] columns) => Dataset.FromTables(new Dictionary<TableKind, TypedTable>
    {
        [TableKind.Orders] = new("orders",
        [
            TextColumn.From("user_id", ["a", "a", "b"]),
            new TimeColumn("at", [Start.Ticks, Start.AddDays(1).Ticks, Start.Ticks]),
            .. columns,
        ]),
    }).Orders;

    private static (double Amount, double Refund)[] Money(OrderStore store) => [.. store.All().Select(order => (order.Amount, order.Refund))];

    [Fact]
    public void Lines_with_one_id_are_one_order_at_the_time_of_the_first()
    {
        var store = Store(new("a", Start.AddHours(1), 10, "x"), new("a", Start, 5, "x"), new("a", Start.AddMinutes(30), 7, "y"));
        Assert.Equal([(15, 0), (7, 0)], Money(store));
        Assert.Equal(Start.Ticks, store[0][0].Ticks);
        Assert.Equal(["x", "y"], store.All().Select(store.Id));
        Assert.Equal([5, 10], store.Lines(store[0][0]).ToArray().Select(line => line.Amount));
    }

    [Fact]
    public void One_id_of_two_users_is_two_orders() =>
        Assert.Equal([(10, 0), (20, 0)], Money(Store(new("a", Start, 10, "x"), new("b", Start, 20, "x"))));

    [Fact]
    public void Without_an_id_lines_of_one_user_and_moment_are_one_order()
    {
        var store = Store(new("a", Start, 10), new("a", Start, 5), new("a", Start.AddMilliseconds(1), 7), new("b", Start, 1));
        Assert.Equal([(15, 0), (7, 0), (1, 0)], Money(store));
        Assert.Equal("a@2024-01-01T00:00:00", store.Id(store[0][0]));
    }

    [Fact]
    public void A_negative_amount_is_a_refund() =>
        Assert.Equal([(10, 4), (0, 3)], Money(Store(new("a", Start, 10, "x"), new("a", Start, -4, "x"), new("a", Start.AddDays(1), -3, "c"))));

    [Fact]
    public void What_nobody_paid_for_is_left_out_and_counted()
    {
        var store = Table(new NumberColumn("amount", [10, 20, 30]), TextColumn.From("status", ["Paid", "CANCELLED", "交易关闭"]));
        Assert.Equal([(10, 0)], Money(store));
        Assert.Equal(2, store.UnpaidLines);
        var byTime = Table(new NumberColumn("amount", [10, 20, 30]), new TimeColumn("paid_at", [TimeColumn.Missing, Start.Ticks, Start.Ticks]));
        Assert.Equal([(20, 0), (30, 0)], Money(byTime));
    }

    [Fact]
    public void A_status_that_says_refunded_gives_back_the_amount_where_no_refund_is_named()
    {
        var status = TextColumn.From("status", ["refunded", "refunded", "paid"]);
        Assert.Equal([(10, 10), (20, 5), (30, 0)], Money(Table(new NumberColumn("amount", [10, 20, 30]), status, new NumberColumn("refund_amount", [0, 5, 0]))));
    }

    [Fact]
    public void Two_currencies_are_refused_by_name()
    {
        var error = Assert.Throws<UserOpsException>(() => Table(new NumberColumn("amount", [10, 20, 30]), TextColumn.From("currency", ["CNY", "USD", "CNY"])));
        Assert.Contains("CNY, USD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_knows_its_columns()
    {
        var store = Table(new NumberColumn("amount", [10, 20, 30]), TextColumn.From("category", ["tea", "coffee", "tea"]));
        var category = store.LineProperty<TextColumn>("category");
        Assert.Equal(["tea", "coffee", "tea"], store.All().Select(order => category[store.Lines(order)[0].Row]));
        Assert.True(store.HasLineProperty("category"));
        Assert.False(store.HasLineProperty("brand"));
    }

    [Fact]
    public void Many_orders_of_one_user_are_joined_in_one_pass()
    {
        var store = Store([.. Enumerable.Range(0, 60_000).Select(i => new OrderRow("guest", Start.AddSeconds(i / 2), 1, $"o{i / 2}"))]);
        Assert.Equal(30_000, store[0].Length);
        Assert.All(store.All(), order => Assert.Equal(2, order.Amount));
    }
}
