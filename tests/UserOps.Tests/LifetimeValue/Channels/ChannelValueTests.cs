using UserOps.Data;
using UserOps.Display;
using UserOps.LifetimeValue.Channels;
using UserOps.LifetimeValue.Cohorts;

namespace UserOps.Tests.LifetimeValue.Channels;

public class ChannelValueTests
{
    private static readonly ChannelValueDefinition Ten = new() { HorizonDays = 10, Margin = 0.5 };

    // 40 users of ads on day 0: each buys for 20 on day 2 and for 20 on day 12. One of search. The data end on day 40.
    private static Dataset Shop(bool withCosts = true)
    {
        UserRow[] users = [.. Enumerable.Range(0, 40).Select(i => new UserRow($"a{i:00}", Journeys.Noon(0), "ads")), new("s", Journeys.Noon(0), "search")];
        OrderRow[] orders = [.. Enumerable.Range(0, 40).SelectMany(i => new[] { 2, 12 }.Select(day => new OrderRow($"a{i:00}", Journeys.Noon(day), 20)))];
        var tables = RecordTables.Make(users, Journeys.Visits(("s", [0, 40])), orders);
        if (withCosts)
            tables.Add(TableKind.Campaigns, new("campaigns",
            [
                TextColumn.From("channel", ["ads"]), new TimeColumn("starts_at", [Journeys.Noon(0).Ticks]), new TimeColumn("ends_at", [Journeys.Noon(0).Ticks]), new NumberColumn("cost", [600]),
            ]));
        return Dataset.FromTables(tables);
    }

    [Fact]
    public void A_channel_is_worth_the_margin_of_its_users_over_their_cost()
    {
        var result = Shop().ChannelValues(Ten);
        var ads = result.Channels[0];
        Assert.Equal(("ads", 40, 40, 15), (ads.Name, ads.Users, ads.Watched, ads.CostPerUser!.Value));
        Assert.Equal(10, ads.Value!.Value, 1e-12);
        Assert.Equal(10 / 15.0, ads.ValueToCost!.Value, 1e-12);
        // All users alike: no spread.
        Assert.Equal(10 / 15.0, ads.ValueToCostInterval!.Value.Upper, 1e-9);
        // 0.5 × 40 ≥ 15 from the end of day 13 of life on: after the second order.
        Assert.Equal((13, 1), (ads.Payback!.Days, ads.Payback.Month));
        Assert.Equal(400 / 600.0, result.Total.ValueToCost!.Value, 1e-9);
    }

    [Fact]
    public void A_channel_without_a_cost_has_no_ratio_and_few_users_no_interval()
    {
        var search = Shop().ChannelValues(Ten).Channels[1];
        Assert.Equal((0, 0), (search.CostPerUser, search.Value));
        Assert.Null(search.ValueToCost);
        Assert.Null(search.Payback);
        Assert.Null(search.ValueInterval);
    }

    [Fact]
    public void Without_campaigns_costs_are_blank_and_the_value_stays()
    {
        var result = Shop(withCosts: false).ChannelValues(Ten);
        Assert.Equal(10, result.Channels[0].Value!.Value, 1e-12);
        Assert.All(result.Channels, channel => Assert.Null(channel.CostPerUser));
        Assert.Contains(result.Notes, note => note.Contains("no table of campaigns", StringComparison.Ordinal));
        Assert.Null(result.ToChart());
    }

    [Fact]
    public void The_margin_of_the_orders_is_used_where_none_is_given()
    {
        var tables = RecordTables.Make([new("a", Journeys.Noon(0), "ads")], Journeys.Visits(("a", [0, 40])), null);
        tables.Add(TableKind.Orders, new("orders",
        [
            TextColumn.From("user_id", ["a", "a"]), new TimeColumn("at", [Journeys.Noon(1).Ticks, Journeys.Noon(2).Ticks]),
            new NumberColumn("amount", [100, 60]), new NumberColumn("refund_amount", [10, double.NaN]), new NumberColumn("cost", [40, 20]),
        ]));
        // Net 150, cost 60.
        Assert.Equal(0.6, Dataset.FromTables(tables).ChannelValues(Ten with { Margin = null }).Margin, 1e-12);
        var unknown = Shop().ChannelValues(Ten with { Margin = null });
        Assert.Equal(1, unknown.Margin);
        Assert.Contains(unknown.Notes, note => note.StartsWith("The margin is not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Goods_that_cost_more_than_they_bring_make_a_negative_value_with_its_bounds_in_order()
    {
        // 40 users buy for 20 or 30 on day 2; goods cost 2.5 × net revenue: margin −1.5.
        var tables = RecordTables.Make([.. Enumerable.Range(0, 40).Select(i => new UserRow($"a{i:00}", Journeys.Noon(0), "ads"))], Journeys.Visits(("a00", [0, 40])), null);
        double[] amounts = [.. Enumerable.Range(0, 40).Select(i => 20 + i % 2 * 10.0)];
        tables.Add(TableKind.Orders, new("orders",
        [
            TextColumn.From("user_id", [.. Enumerable.Range(0, 40).Select(i => $"a{i:00}")]), new TimeColumn("at", [.. amounts.Select(_ => Journeys.Noon(2).Ticks)]),
            new NumberColumn("amount", amounts), new NumberColumn("cost", [.. amounts.Select(amount => 2.5 * amount)]),
        ]));
        var ads = Dataset.FromTables(tables).ChannelValues(new() { HorizonDays = 10 }).Channels[0];
        Assert.Equal(-37.5, ads.Value!.Value, 1e-9);
        Assert.True(ads.ValueInterval!.Value.Lower < ads.Value && ads.Value < ads.ValueInterval.Value.Upper);
    }

    [Fact]
    public void Payback_beyond_what_was_watched_is_open()
    {
        ValuePoint[] points = [.. Enumerable.Range(0, 61).Select(age => new ValuePoint(age, 100, age, 5, new(age - 10, age + 10, 0.95)))];
        var curve = new ValueCurve(100, points);
        var paid = Payback.Of(curve, margin: 0.5, cost: 20, 0.95)!;
        Assert.Equal((40, 30, 50), (paid.Days, paid.Interval.Lower, paid.Interval.Upper));
        Assert.Equal("month 2 (1 to 2)", paid.ToString());
        var late = Payback.Of(curve, margin: 0.5, cost: 28, 0.95)!;
        Assert.Equal((56, 46, double.PositiveInfinity), (late.Days, late.Interval.Lower, late.Interval.Upper));
        Assert.Equal("month 2 (2 to open)", late.ToString());
        Assert.Equal("not by day 60 (earliest month: 2)", Payback.Of(curve, margin: 0.5, cost: 33, 0.95)!.ToString());
        Assert.Null(Payback.Of(new(1, [new(0, 1, 0, null, null)]), 1, 1, 0.95));
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        Assert.Throws<UserOpsException>(() => Shop().ChannelValues(Ten with { HorizonDays = 0 }));
        Assert.Throws<UserOpsException>(() => Shop().ChannelValues(Ten with { Margin = double.NaN }));
        Assert.Throws<UserOpsException>(() => Shop().ChannelValues(Ten with { Level = 0 }));
        Assert.Throws<InsufficientDataException>(() => Shop().ChannelValues(Ten with { HorizonDays = 100 }));
    }

    [Fact]
    public void It_renders_in_every_way()
    {
        var result = Shop().ChannelValues(Ten);
        Assert.NotNull(result.Render()[MimeBundle.Html]);
        Assert.NotNull(result.ToChart()!.ToSvg());
        Assert.NotNull(result.ToChart()!.ToPlotlyJson());
    }
}
