using UserOps.Data;
using UserOps.Data.Schema;

namespace UserOps.Tests.Data.Schema;

public class TableMatcherTests
{
    private static TableMatch Match(TableKind kind, string[] header, params string[] map) =>
        TableMatcher.Match(KnownTables.Of(kind), "file", header, SchemaMap.Parse(map));

    [Theory]
    [InlineData("user_id", "event", "at")]
    [InlineData("UserID", "EventName", "Timestamp")]
    [InlineData("User ID", "Event Name", "event_time")]
    [InlineData("USER-ID ", "event type", "eventTime")]
    [InlineData("ｕｓｅｒ＿ｉｄ", "action", "date")]
    [InlineData("uid", "behavior", "created at")]
    [InlineData("用户ID", "事件", "时间")]
    [InlineData("用户编号", "行为类型", "发生时间")]
    [InlineData("会员ID", "事件名称", "事件时间")]
    public void Events_are_recognised_under_their_usual_names(string user, string name, string time)
    {
        var match = Match(TableKind.Events, [user, name, time]);
        Assert.Empty(match.Problems);
        Assert.Equal([("at", time), ("event", name), ("user_id", user)], match.Sources.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public void Orders_are_recognised_under_Chinese_names()
    {
        var match = Match(TableKind.Orders, ["用户ID", "订单编号", "总金额", "买家实际支付金额", "订单创建时间", "订单付款时间 ", "退款金额"]);
        Assert.True(match.Fits);
        Assert.Equal("买家实际支付金额", match.Sources["amount"]);
        Assert.Equal("订单创建时间", match.Sources["at"]);
        Assert.Equal("订单付款时间 ", match.Sources["paid_at"]);
        Assert.Equal("退款金额", match.Sources["refund_amount"]);
        Assert.Contains("orders.amount is read from '买家实际支付金额', not from '总金额'.", match.Guesses);
    }

    [Fact]
    public void A_missing_required_column_is_named() =>
        Assert.Contains("no column is 'user_id'; name it with --map orders.user_id=NAME", Assert.Single(Match(TableKind.Orders, ["order_no", "amount", "order_date"]).Problems));

    [Fact]
    public void An_ambiguous_required_column_lists_its_candidates() =>
        Assert.Contains("'user_id' may be 'customer_id' or 'member_id'", Assert.Single(Match(TableKind.Orders, ["customer_id", "member_id", "amount", "order_date"]).Problems));

    [Fact]
    public void The_map_of_the_caller_wins()
    {
        var match = Match(TableKind.Orders, ["user_id", "payer", "amount", "order_date"], "orders.user_id=payer");
        Assert.True(match.Fits && match.IsMapped);
        Assert.Equal("payer", match.Sources["user_id"]);
    }

    [Theory]
    [InlineData("orders.amount=Quantity*UnitPrice")]
    [InlineData("orders.amount=quantity × unit price")]
    [InlineData("orders.revenue=Quantity*UnitPrice")]
    public void An_amount_can_be_computed(string entry)
    {
        var match = Match(TableKind.Orders, ["CustomerID", "InvoiceDate", "Quantity", "UnitPrice"], entry);
        Assert.True(match.Fits);
        Assert.Equal("(Quantity * UnitPrice)", match.Formulas["amount"].ToString());
    }

    [Fact]
    public void A_price_times_a_quantity_is_the_amount_where_no_column_is_and_it_is_said() =>
        Assert.Contains("orders.amount is computed as Quantity × UnitPrice", Assert.Single(
            Match(TableKind.Orders, ["InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"]).Guesses));

    [Theory]
    [InlineData("orders.user_id")]
    [InlineData("user_id=CustomerID")]
    [InlineData("orders.=CustomerID")]
    [InlineData("orders.user_id=")]
    public void A_map_entry_of_another_form_is_refused(string entry) =>
        Assert.Contains("is not understood. Write table.column=Name", Assert.Throws<UserOpsException>(() => SchemaMap.Parse([entry])).Message);

    [Fact]
    public void A_map_that_names_an_unknown_table_is_refused() =>
        Assert.Contains("Known tables are events, orders", Assert.Throws<UserOpsException>(() => SchemaMap.Parse(["sales.user_id=x"])).Message);
}
