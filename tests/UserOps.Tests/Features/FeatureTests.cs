using UserOps.Data;
using UserOps.Features;
using UserOps.Time;

namespace UserOps.Tests.Features;

public class FeatureTests
{
    private static readonly DateTime Start = Journeys.Monday.ToDateTime(default, DateTimeKind.Utc);

    private static DateTime At(double day) => Start.AddDays(day);

    private static FeatureTable Of(Dataset data, int day) => data.Features(new() { CutOff = Journeys.Monday.AddDays(day) });

    private static double[] Values(FeatureTable features, params string[] names) => [.. names.Select(name => features.Numbers(name)[0])];

    [Fact]
    public void Pace_is_counted_by_hand()
    {
        // Days 0, 0, 2, 30 and 32 at noon; cut-off at the start of day 35. 2024-01-01 is a Monday.
        var features = Of(Dataset.From(users: [new("a", At(-10), "search")], events: Journeys.Visits(("a", [0, 0, 2, 30, 32, 36]))), 35);
        Assert.Equal([45, 2.5, 5, 4, 5 / 4.0], Values(features, "tenure_days", "recency_days", "events", "active_days", "events_per_active_day"));
        Assert.Equal([32 / 3.0, 2.5 / (32 / 3.0)], Values(features, "mean_gap_days", "overdue"));
        Assert.Equal([2, 2, 2, 2, 2, 2], Values(features, "events_7d", "events_14d", "events_28d", "active_days_7d", "active_days_14d", "active_days_28d"));
        Assert.Equal([3, -0.2, 1], Values(features, "events_previous_28d", "trend_28d", "event_kinds"));
        Assert.Equal("search", features.Columns.Get<TextColumn>("channel")[0]);
    }

    [Fact]
    public void Habits_follow_the_clock_of_the_report()
    {
        // Saturday 2024-01-06 17:30 UTC is Sunday 1:30 in Shanghai; Friday 12:00 UTC is Friday 20:00.
        var calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var data = Dataset.From(events: [new("a", "visit", Start.AddDays(5).AddHours(17.5)), new("a", "buy", Start.AddDays(4).AddHours(12))], calendar: calendar);
        var features = data.Features(new() { CutOff = Journeys.Monday.AddDays(7) });
        Assert.Equal([0.5, 0.5, 0, 0, 0.5], Values(features, "weekend_share", "night_share", "morning_share", "afternoon_share", "evening_share"));
        Assert.Equal([1, 1, 2], Values(features, "n_buy", "n_visit", "event_kinds"));
    }

    [Fact]
    public void Money_is_counted_before_refunds_and_a_negative_row_by_its_own_day()
    {
        OrderRow[] orders =
        [
            new("a", At(1), 30, "1"), new("a", At(1), 20, "1"), new("a", At(11), 40, "2", Refund: 40), new("a", At(12), -10, "2"), new("a", At(40), -30, "2"), new("a", At(41), 5, "1"), new("b", At(41), 5, "3"),
        ];
        var features = Of(Dataset.From(orders: orders), 31);
        Assert.Equal([2, 90, 45, 20, 10, 1, 40], Values(features, "orders", "spend", "average_order", "order_recency_days", "mean_order_gap_days", "orders_28d", "spend_28d"));
    }

    [Fact]
    public void A_refund_counts_from_the_day_it_happened()
    {
        var table = new TypedTable("orders",
        [
            TextColumn.From("user_id", ["a", "a"]), new TimeColumn("at", [At(1).Ticks, At(2).Ticks]), new NumberColumn("amount", [30, 50]),
            TextColumn.From("order_id", ["1", "2"]), new NumberColumn("refund_amount", [30, 10]), new TimeColumn("refunded_at", [At(5).Ticks, At(9).Ticks]),
        ]);
        var data = Dataset.FromTables(new Dictionary<TableKind, TypedTable> { [TableKind.Orders] = table });
        Assert.Equal([30 / 80.0, 0], Values(Of(data, 7), "refund_share", "last_order_refunded"));
        Assert.Equal([40 / 80.0, 1], Values(Of(data, 10), "refund_share", "last_order_refunded"));
    }

    [Fact]
    public void What_cannot_be_known_is_blank_and_not_zero()
    {
        var features = Of(Dataset.From(users: [new("silent", At(0))], events: Journeys.Visits(("a", [0, 9])), orders: [new("b", At(3), 10)]), 7);
        Assert.Equal(["a", "b", "silent"], features.Ids);
        Assert.All(new[] { "recency_days", "mean_gap_days", "trend_28d", "weekend_share", "order_recency_days", "average_order" }, name => Assert.True(double.IsNaN(features.Numbers(name)[2])));
        Assert.Equal([1, 0, 0], features.Numbers("events"));
        Assert.Equal([double.NaN, 4, double.NaN], features.Numbers("order_recency_days"));
    }

    [Fact]
    public void A_cut_off_outside_the_data_is_refused()
    {
        var data = Journeys.Of(("a", [0, 9]));
        Assert.Contains("the data cover 2024-01-01 to 2024-01-10", Assert.Throws<UserOpsException>(() => Of(data, 60)).Message);
        Assert.Throws<UserOpsException>(() => Of(data, 0));
        Assert.Throws<UserOpsException>(() => data.Features(new() { ActiveWithinDays = 0 }));
        Assert.Contains("'buy'", Assert.Throws<UserOpsException>(() => data.Features(new() { CountedEvents = ["buy"] })).Message);
    }

    [Fact]
    public void A_ready_table_gives_each_user_once()
    {
        Column[] columns = [new NumberColumn("id", [17850, 2]), new NumberColumn("tenure", [1, double.NaN]), new FlagColumn("member", [1, -1]), new TimeColumn("since", [0, 0])];
        var features = FeatureTable.From(new("customers", columns), "id");
        Assert.Equal(["17850", "2"], features.Ids);
        Assert.Equal(["tenure", "member"], features.Features.Select(feature => feature.Name));
        Assert.Equal(["since"], features.LeftOut);
        Assert.Equal([1, double.NaN], features.Numbers("member"));
        Assert.Equal(["2", "17850", "2"], features.Rows([1, 0, 1]).Ids);
        Assert.Contains("left out, being moments: since", features.ToString());
        Assert.Equal(2, features.ToDataFrame().Rows.Count);
    }

    [Fact]
    public void Repeated_missing_and_infinite_values_of_a_ready_table_are_refused()
    {
        static string Refusal(Column id, double value) =>
            Assert.Throws<UserOpsException>(() => FeatureTable.From(new("t", [id, new NumberColumn("x", [0, value])]), "id")).Message;
        Assert.Contains("rows 1 and 2", Refusal(TextColumn.From("id", ["a", "a"]), 1));
        Assert.Contains("Row 2 of table 't' has no 'id'", Refusal(TextColumn.From("id", ["a", null]), 1));
        Assert.Contains("'x' of table 't' is infinite in row 2", Refusal(TextColumn.From("id", ["a", "b"]), double.NegativeInfinity));
    }

    [Fact]
    public void A_refund_of_what_was_bought_before_the_export_begins_is_no_share_of_anything()
    {
        var table = new TypedTable("orders",
        [
            TextColumn.From("user_id", ["a", "b"]), new TimeColumn("at", [At(1).Ticks, At(2).Ticks]), new NumberColumn("amount", [-30, 50]),
            TextColumn.From("order_id", ["1", "2"]), new NumberColumn("refund_amount", [30, 10]), new TimeColumn("refunded_at", [At(1).Ticks, At(3).Ticks]),
        ]);
        var features = Of(Dataset.FromTables(new Dictionary<TableKind, TypedTable> { [TableKind.Orders] = table }), 7);
        Assert.Equal([double.NaN, 10 / 50.0], features.Numbers("refund_share"));
    }

    [Fact]
    public void Only_users_under_contract_are_described_where_that_is_asked()
    {
        // a holds a contract on day 10; that of b ended on day 9; c takes one up on day 12; that of d ends on the day itself.
        var data = Contracts(("a", 0, null), ("b", 0, 9), ("c", 12, null), ("d", 2, 10), ("e", 0, 4), ("e", 6, 30));
        Assert.Equal(["a", "d", "e"], data.Features(new() { CutOff = Journeys.Monday.AddDays(10), UnderContract = true }).Ids);
        Assert.Contains("no user under contract at 2024-01-02", Assert.Throws<InsufficientDataException>(
            () => Contracts(("a", 5, null)).Features(new() { CutOff = Journeys.Monday.AddDays(1), UnderContract = true })).Message);
        Assert.Contains("no memberships", Assert.Throws<MissingDataException>(
            () => Journeys.Of(("a", [0, 20])).Features(new() { CutOff = Journeys.Monday.AddDays(9), UnderContract = true })).Message);
    }

    /// <summary>Contracts by user and days from Monday, of users who come on days 0 and 40.</summary>
    internal static Dataset Contracts(params (string User, int From, int? To)[] spans) => Dataset.FromTables(new Dictionary<TableKind, TypedTable>
    {
        [TableKind.Events] = new("events",
        [
            TextColumn.From("user_id", spans.SelectMany(span => new[] { span.User, span.User })), TextColumn.From("event", spans.SelectMany(_ => new[] { "visit", "visit" })),
            new TimeColumn("at", [.. spans.SelectMany(_ => new[] { At(0).Ticks, At(40).Ticks })]),
        ]),
        [TableKind.Memberships] = new("memberships",
        [
            TextColumn.From("user_id", spans.Select(span => span.User)), TextColumn.From("tier", spans.Select(_ => "basic")),
            new TimeColumn("from", [.. spans.Select(span => At(span.From).Ticks)]), new TimeColumn("to", [.. spans.Select(span => span.To is { } day ? At(day).Ticks : TimeColumn.Missing)]),
        ]),
    });
}
