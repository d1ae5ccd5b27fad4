using UserOps.Data;
using UserOps.Display;
using UserOps.LifetimeValue.Cohorts;
using UserOps.Time;

namespace UserOps.Tests.LifetimeValue.Cohorts;

public class CohortValueTests
{
    // Data from day 0 to day 39, the last event at noon of day 39: day 40 begins the unknown.
    private static readonly EventRow[] Events = [.. Journeys.Visits(("a", [0]), ("b", [0]), ("c", [7]), ("d", [28]), ("end", [39]))];
    private static readonly UserRow[] Users = [new("a", Journeys.Noon(0), "ads"), new("b", Journeys.Noon(0), "search"), new("c", Journeys.Noon(7), "ads"), new("d", Journeys.Noon(28), "ads"), new("end", Journeys.Noon(39))];
    private static readonly OrderRow[] Orders =
    [
        new("a", Journeys.Noon(1), 100, Refund: 20), new("a", Journeys.Noon(12), 30), new("c", Journeys.Noon(8), 50), new("d", Journeys.Noon(30), 10), new("a", Journeys.Noon(37), 1000),
    ];

    private static readonly CohortValueDefinition Weekly = new() { Grain = Grain.Week, AgeDays = 10 };

    private static CohortValueResult Values(CohortValueDefinition definition) => Dataset.From(Users, Events, Orders).CohortValues(definition);

    [Fact]
    public void A_cell_is_what_the_cohort_brought_up_to_that_age_divided_by_all_its_users()
    {
        var first = Values(Weekly).Cohorts[0];
        Assert.Equal((Journeys.Monday, 2), (first.Start, first.Users));
        // a: 80 on day 1 after the refund, 30 on day 12, 1000 on day 37; b nothing. Both watched for 39.5 days.
        Assert.Equal([40, 55, 55], first.Cells.Take(3).Select(cell => cell!.Value.Mean!.Value));
    }

    [Fact]
    public void Ages_that_not_every_user_of_the_cohort_has_reached_are_blank()
    {
        var result = Values(Weekly);
        Assert.Equal([10, 20, 30], result.Ages);
        // The weeks begin on days 0, 7, 28 and 35 and end on 7, 14, 35 and 42; the data end on day 40.
        Assert.Equal([3, 2, 0, 0], result.Cohorts.Select(cohort => cohort.Cells.Count(cell => cell is not null)));
        Assert.Contains(result.Notes, note => note.StartsWith("Blank", StringComparison.Ordinal));
    }

    [Fact]
    public void The_curve_adds_up_the_means_of_each_day_over_those_watched_through_it()
    {
        var curve = Values(Weekly).Curve;
        // Watched: a and b 39 days, c 32, d 11, end 0. Day 1 of life: a 80 and c 50 of 4 users; day 2: d 10 of 4; day 12: a 30 of 3; day 37: 1000 of 2.
        Assert.Equal(5, curve.Users);
        Assert.Equal(39, curve.LastAge);
        Assert.Equal((4, (80 + 50 + 10) / 4.0), (curve.At(10)!.Users, curve.At(10)!.Value));
        Assert.Equal((3, 35 + 30 / 3.0), (curve.At(20)!.Users, curve.At(20)!.Value));
        Assert.Equal((2, 45 + 1000 / 2.0), (curve.At(39)!.Users, curve.At(39)!.Value));
        Assert.Null(curve.At(40));
    }

    [Fact]
    public void With_everybody_watched_so_long_the_standard_error_is_that_of_the_mean()
    {
        var curve = Values(Weekly with { Period = new(Journeys.Monday, Journeys.Monday.AddDays(8)) }).Curve;
        // At age 20: a 110, b 0, c 50, all watched for 20 days.
        double mean = 160 / 3.0, variance = new[] { 110.0, 0, 50 }.Sum(value => (value - mean) * (value - mean)) / 2;
        Assert.Equal(mean, curve.At(20)!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(variance / 3), curve.At(20)!.StandardError!.Value, 1e-12);
        Assert.Null(curve.At(20)!.Interval);
    }

    [Fact]
    public void Channels_stand_beside_each_other_and_buyers_alone_begin_at_their_first_order()
    {
        var channels = Values(Weekly).Channels;
        Assert.Equal([("ads", 3), ("(none)", 1), ("search", 1)], channels.Select(channel => (channel.Name, channel.Curve.Users)));
        var buyers = Values(Weekly with { Start = LifeStart.FirstOrder });
        Assert.Equal(3, buyers.Curve.Users);
        Assert.Equal((80 + 50 + 10) / 3.0, buyers.Curve.At(1)!.Value, 1e-12);
    }

    [Fact]
    public void Too_short_data_and_impossible_questions_are_refused()
    {
        var refusal = Assert.Throws<InsufficientDataException>(() => Values(Weekly with { AgeDays = 60 }));
        Assert.Contains("watched for 39 days", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Values(Weekly with { AgeDays = 0 }));
        Assert.Throws<UserOpsException>(() => Values(Weekly with { Level = double.NaN }));
        Assert.Throws<MissingDataException>(() => Dataset.From(Users, Events).CohortValues());
    }

    [Fact]
    public void Every_part_renders_in_every_way()
    {
        var result = Values(Weekly);
        AnalysisResult[] all = [result, .. result.Parts];
        Assert.Equal(3, all.Length);
        Assert.All(all, one =>
        {
            Assert.NotNull(one.Render()[MimeBundle.Html]);
            Assert.NotNull(one.ToChart()!.ToSvg());
            Assert.NotEmpty(one.ToDataFrame().Rows);
        });
    }
}
