using CsCheck;
using UserOps.Acquisition;
using UserOps.Activation;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Tests.Acquisition;

public class AcquisitionTests
{
    private static readonly UserRow[] Users =
    [
        new("a", Journeys.Noon(0), "ads"), new("b", Journeys.Noon(0), "ads"), new("c", Journeys.Noon(8), "ads"), new("d", Journeys.Noon(1), "search"), new("e", Journeys.Noon(2)),
    ];

    private static readonly EventRow[] Events = [.. Journeys.Visits(("a", [0, 7]), ("b", [0, 1]), ("c", [8]), ("d", [1, 8]), ("e", [2]), ("end", [39]))];

    private static readonly OrderRow[] Orders = [new("a", Journeys.Noon(3), 100, Refund: 20), new("d", Journeys.Noon(9), 30), new("a", Journeys.Noon(35), 500)];

    private static readonly AcquisitionDefinition FirstTwoWeeks = new() { Period = new(Journeys.Monday, Journeys.Monday.AddDays(14)) };

    private static Dataset Shop(params (string Channel, DateTime From, DateTime To, double Cost)[] campaigns)
    {
        var tables = RecordTables.Make(Users, Events, Orders);
        if (campaigns.Length > 0)
            tables.Add(TableKind.Campaigns, new("campaigns",
            [
                TextColumn.From("channel", campaigns.Select(campaign => campaign.Channel)),
                new TimeColumn("starts_at", [.. campaigns.Select(campaign => campaign.From.Ticks)]),
                new TimeColumn("ends_at", [.. campaigns.Select(campaign => campaign.To.Ticks)]),
                new NumberColumn("media_cost", [.. campaigns.Select(campaign => campaign.Cost - 10)]),
                new NumberColumn("gift_cost", [.. campaigns.Select(_ => 10.0)]),
            ]));
        return Dataset.FromTables(tables);
    }

    [Fact]
    public void New_users_are_counted_by_channel_and_week()
    {
        var result = Shop().Acquisition(FirstTwoWeeks);
        Assert.Equal(["ads", "(none)", "search"], result.Channels.Select(channel => channel.Name));
        Assert.Equal([[2, 1], [1, 0], [1, 0]], result.Channels.Select(channel => channel.NewUsers.ToArray()));
        Assert.Equal([4, 1], result.Total.NewUsers);
    }

    [Fact]
    public void Cost_is_that_of_the_campaign_days_within_the_period()
    {
        // Ads: 28 days from day 0, 14 of them in the period. Search: wholly in it. Sms brings nobody.
        var result = Shop(
            ("ads", Journeys.Noon(0), Journeys.Noon(27), 300), ("search", Journeys.Noon(3), Journeys.Noon(4), 40), ("sms", Journeys.Noon(0), Journeys.Noon(0), 20)).Acquisition(FirstTwoWeeks);
        Assert.Equal([150, 0, 40], result.Channels.Select(channel => channel.Cost));
        Assert.Equal([50, 0, 40], result.Channels.Select(channel => channel.CostPerUser));
        Assert.Equal(190 / 5.0, result.Total.CostPerUser);
        Assert.Equal(20, result.OtherCosts["sms"]);
    }

    [Fact]
    public void Without_campaigns_cost_is_blank_and_the_notes_say_so()
    {
        var result = Shop().Acquisition(FirstTwoWeeks);
        Assert.All(result.Channels, channel => Assert.Null(channel.Cost));
        Assert.Contains(result.Notes, note => note.Contains("no table of campaigns", StringComparison.Ordinal));
    }

    [Fact]
    public void A_channel_is_judged_by_activation_day_7_and_first_revenue()
    {
        var result = Shop().Acquisition(FirstTwoWeeks);
        var ads = result.Channels[0];
        Assert.Equal((3, 1), (ads.Activation.Users, ads.Activation.Hits));
        Assert.Equal((3, 1), (ads.DaySeven.Users, ads.DaySeven.Hits));
        // 80 after the refund, 0 and 0; the order on day 35 is too late.
        Assert.Equal((3, 80 / 3.0), (ads.Revenue!.Value.Count, ads.Revenue.Value.Mean));
        var search = result.Channels[2];
        Assert.Equal((0, 1), (search.Activation.Hits, search.DaySeven.Hits));
        Assert.Equal((5, 110.0), (result.Total.Revenue!.Value.Count, result.Total.Revenue.Value.Sum));
    }

    [Fact]
    public void The_channel_may_be_that_of_the_first_event()
    {
        EventRow On(string user, int day, string channel) =>
            new(user, "visit", Journeys.Noon(day)) { Properties = new Dictionary<string, string> { ["acquisition_channel"] = channel } };
        var data = Dataset.From(events: [On("a", 0, "email"), On("a", 1, "ads"), On("b", 1, "ads"), On("c", 9, "email")]);
        Assert.Equal([("email", 2), ("ads", 1)], data.Acquisition().Channels.Select(channel => (channel.Name, channel.Users)));
    }

    [Fact]
    public void Without_any_channel_all_new_users_stand_together()
    {
        var result = Journeys.Of(("a", [0, 1]), ("b", [1])).Acquisition(new() { Goal = new ActivationGoal.SecondActiveDay(), WithinDays = 1 });
        Assert.Equal(("(none)", 2), (result.Channels.Single().Name, result.Total.Users));
        Assert.Null(result.ChannelProperty);
        Assert.Null(result.Total.Revenue);
    }

    [Fact]
    public void Channels_add_up_to_the_total() => Gen.Select(Journeys.Random, Gen.Int[0, 3].Array[12]).Sample((rows, channels) =>
    {
        var users = channels.Select((channel, user) => new UserRow($"u{user}", null, $"c{channel}"));
        var result = Dataset.From(users: users, events: rows).Acquisition(new() { Grain = Grain.Day });
        Assert.Equal(result.Total.Users, result.Channels.Sum(channel => channel.Users));
        Assert.Equal(result.Total.Activation.Hits, result.Channels.Sum(channel => channel.Activation.Hits));
        Assert.Equal(result.Total.DaySeven.Users, result.Channels.Sum(channel => channel.DaySeven.Users));
        Assert.Equal(rows.Select(row => row.UserId).Distinct().Count(), result.Total.Users);
    }, iter: 100);
}
