using UserOps.Attribution;
using UserOps.Data;

namespace UserOps.Tests.Attribution;

/// <summary>Journeys cut by hand out of a few visits, messages and orders.</summary>
public class JourneyTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private static EventRow Visit(string user, double day, string entry) =>
        new(user, "visit", Start.AddDays(day)) { Properties = new Dictionary<string, string> { ["entry"] = entry } };

    private static OrderRow Order(string user, double day, double amount = 10, double refund = 0) => new(user, Start.AddDays(day), amount, Refund: refund);

    /// <summary>A visit of nobody's interest that makes the data reach day 100.</summary>
    private static readonly EventRow End = new("end", "heartbeat", Start.AddDays(100));

    private static CustomerJourneys Cut(EventRow[] events, OrderRow[] orders, JourneyDefinition? definition = null) =>
        Dataset.From(events: [.. events, End], orders: orders).Journeys(definition);

    private static string[] Written(CustomerJourneys journeys) =>
    [
        .. Enumerable.Range(0, journeys.Paths.Count).Select(path =>
            string.Join('>', journeys.Paths[path].ToArray().Select(channel => journeys.Channels[channel])) + (journeys.Paths.Counts.Conversions[path] > 0 ? "!" : "")).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Touchpoints_before_an_order_convert_and_those_after_the_last_one_do_not()
    {
        var journeys = Cut([Visit("u", 0, "a"), Visit("u", 1, "b"), Visit("u", 3, "c"), Visit("v", 0, "a")], [Order("u", 2, 30, 5)]);
        Assert.Equal(["a", "a>b!", "c"], Written(journeys));
        Assert.Equal((1, 2, 25), (journeys.Conversions, journeys.NullJourneys, journeys.Value));
        Assert.Equal(1.0 / 3, journeys.BaseRate);
    }

    [Fact]
    public void A_touchpoint_older_than_the_lookback_belongs_to_a_journey_of_its_own() =>
        Assert.Equal(["a", "b>c!"], Written(Cut([Visit("u", 0, "a"), Visit("u", 20, "b"), Visit("u", 39, "c")], [Order("u", 40)])));

    [Fact]
    public void Touchpoints_further_apart_than_the_lookback_are_two_journeys_without_a_conversion() =>
        Assert.Equal(["a>b", "b!", "c"], Written(Cut([Visit("u", 0, "a"), Visit("u", 10, "b"), Visit("u", 50, "c"), Visit("v", 1, "b")], [Order("v", 1)])));

    [Fact]
    public void Each_order_takes_the_touchpoints_since_the_one_before_and_one_without_any_is_counted_apart()
    {
        var journeys = Cut([Visit("u", 0, "a"), Visit("u", 2, "b")], [Order("u", 1), Order("u", 3), Order("u", 4)]);
        Assert.Equal(["a!", "b!"], Written(journeys));
        Assert.Contains(journeys.Notes, note => note == "Conversions without a touchpoint in the 30 days before: 1; no channel gets credit for them.");
    }

    [Fact]
    public void A_visit_at_the_moment_of_the_order_counts() => Assert.Equal(["a!"], Written(Cut([Visit("u", 1, "a")], [Order("u", 1)])));

    [Fact]
    public void Journeys_whose_end_nobody_knows_yet_are_left_out_whether_they_converted_or_not()
    {
        var journeys = Cut([Visit("u", 0, "a"), Visit("v", 80, "b"), Visit("w", 90, "c")], [Order("u", 1), Order("w", 91)]);
        Assert.Equal(["a!"], Written(journeys));
        Assert.Contains(journeys.Notes, note => note.StartsWith("Journeys left out: 2,", StringComparison.Ordinal));
    }

    [Fact]
    public void Orders_of_nothing_convert_nobody() => Assert.Equal(["a", "b!"], Written(Cut([Visit("u", 0, "a"), Visit("v", 0, "b")], [Order("u", 1, 0), Order("v", 1)])));

    [Fact]
    public void An_event_can_be_the_conversion_and_then_has_no_value()
    {
        var journeys = Cut([Visit("u", 0, "a"), new("u", "pay", Start.AddDays(1)), Visit("v", 0, "b")], [], new() { Conversion = "pay" });
        Assert.Equal(["a!", "b"], Written(journeys));
        Assert.Null(journeys.Value);
    }

    [Fact]
    public void A_clicked_message_and_the_visit_it_brought_are_one_touchpoint()
    {
        var journeys = WithTouches(new JourneyDefinition(), ("u", 0, "sms", "clicked", "c1"), ("u", 5, "push", "sent", "c2"), ("v", 1, "email", "opened", "c3"));
        // u: the sms and its visit, then a second visit by sms; the push was only sent. v: the mail was opened.
        Assert.Equal(["email", "sms>sms!"], Written(journeys));
    }

    [Fact]
    public void A_campaign_can_stand_as_a_channel_of_its_own()
    {
        var journeys = WithTouches(new JourneyDefinition { CampaignsApart = ["c1"] }, ("u", 0, "sms", "clicked", "c1"), ("v", 1, "email", "opened", "c3"));
        Assert.Equal(["c1>sms!", "email"], Written(journeys));
        Assert.Equal(["c1", "email"], journeys.Messages.Order(StringComparer.Ordinal));
    }

    private static CustomerJourneys WithTouches(JourneyDefinition definition, params (string User, double Day, string Channel, string Outcome, string Campaign)[] touches)
    {
        var records = Dataset.From(events: [Visit("u", 0.5, "sms"), Visit("u", 2, "sms"), End], orders: [Order("u", 3)]);
        return Dataset.FromTables(new Dictionary<TableKind, TypedTable>
        {
            [TableKind.Events] = records.Table(TableKind.Events),
            [TableKind.Orders] = records.Table(TableKind.Orders),
            [TableKind.Touches] = new("touches",
            [
                TextColumn.From("user_id", touches.Select(one => one.User)), new TimeColumn("at", [.. touches.Select(one => Start.AddDays(one.Day).Ticks)]),
                TextColumn.From("channel", touches.Select(one => one.Channel)), TextColumn.From("outcome", touches.Select(one => one.Outcome)),
                TextColumn.From("campaign_id", touches.Select(one => one.Campaign)),
            ]),
        }).Journeys(definition);
    }

    [Fact]
    public void Time_decay_counts_days_to_the_order()
    {
        // Seven days and none before the order: halves of a half-life of 7 days, 1 : 2.
        var credit = Cut([Visit("u", 0, "a"), Visit("u", 7, "b")], [Order("u", 7)]).Credit(new AttributionRule.TimeDecay());
        Assert.Equal((1.0 / 3, 2.0 / 3), (credit["a"].Share, credit["b"].Share));
    }
}
