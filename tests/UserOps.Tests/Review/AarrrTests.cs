using UserOps.Activation;
using UserOps.Data;
using UserOps.Review;
using UserOps.Time;

namespace UserOps.Tests.Review;

public class AarrrTests
{
    private static readonly EventRow[] Visits = [.. Journeys.Visits(("a", [0, 1, 7, 30]), ("b", [0, 2]), ("c", [3, 4]), ("d", [40]))];

    private static double? Value(AarrrReview review, string name) => review.Metrics.SingleOrDefault(metric => metric.Name == name)?.Value;

    [Fact]
    public void An_export_of_events_alone_is_reviewed()
    {
        var review = Aarrr.Review(Dataset.From(events: Visits));
        Assert.Equal(4, Value(review, "acquisition.new_users"));
        Assert.Equal(1, Value(review, "activation.rate"));
        // a and c of a, b, c came back on the next day; d has not had one yet.
        Assert.Equal(2 / 3.0, Value(review, "retention.d1"));
        Assert.Equal(1 / 3.0, Value(review, "retention.d7"));
    }

    [Fact]
    public void Each_stage_has_a_line_and_each_number_its_definition()
    {
        var review = Aarrr.Review(Dataset.From(events: Visits));
        Assert.Equal(Enum.GetValues<AarrrStage>(), review.Figures.Select(figure => figure.Stage).Distinct());
        Assert.All(review.Metrics, metric => Assert.False(string.IsNullOrEmpty(metric.Definition)));
        Assert.All(review.Figures.Where(figure => figure.Metric is null), figure => Assert.False(string.IsNullOrEmpty(figure.Missing)));
    }

    [Fact]
    public void What_the_export_lacks_is_a_named_blank()
    {
        var review = Aarrr.Review(Dataset.From(events: Visits));
        Assert.Contains("campaigns", review.Figures.Single(figure => figure.Figure.Name.Contains("CAC", StringComparison.Ordinal)).Missing, StringComparison.Ordinal);
        Assert.Contains("orders", review.Figures.First(figure => figure.Stage == AarrrStage.Revenue).Missing, StringComparison.Ordinal);
        Assert.Contains("referr", review.Figures.First(figure => figure.Stage == AarrrStage.Referral).Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_of_orders_alone_is_reviewed()
    {
        var review = Aarrr.Review(Dataset.From(orders: Visits.Select(row => new OrderRow(row.UserId, row.At, 10))));
        Assert.Equal(4, Value(review, "acquisition.new_users"));
        Assert.Equal(2 / 3.0, Value(review, "retention.d1"));
        Assert.Equal(90, Value(review, "revenue.net"));
    }

    [Fact]
    public void Of_users_alone_it_says_who_came_and_who_invited_them()
    {
        var review = Aarrr.Review(Dataset.From(users: [new("a", Journeys.Noon(0), "ads"), new("b", Journeys.Noon(1), "friend", "a")]));
        Assert.Equal(2, Value(review, "acquisition.new_users"));
        Assert.Equal(0.5, Value(review, "acquisition.largest_channel_share"));
        Assert.Equal(0.5, Value(review, "referral.share_of_new_users"));
        Assert.Contains("events or orders", review.Figures.First(figure => figure.Stage == AarrrStage.Retention).Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_without_new_users_leaves_named_blanks()
    {
        var review = Aarrr.Review(Dataset.From(events: Visits), new Period(Journeys.Monday.AddDays(10), Journeys.Monday.AddDays(20)));
        Assert.Null(Value(review, "acquisition.new_users"));
        Assert.Contains("no new user", review.Figures[0].Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_that_no_event_has_is_a_mistake_and_not_a_blank() =>
        Assert.ThrowsAny<UserOpsException>(() => Aarrr.Review(Dataset.From(events: Visits), goal: new ActivationGoal.Event("pay")));
}
