using CsCheck;
using UserOps.Campaigns;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

public class ContactFatigueTests
{
    [Fact]
    public void The_trend_and_its_clustered_errors_are_those_of_statsmodels()
    {
        // statsmodels 0.13.5: GLM(y, add_constant(x), Poisson()).fit(cov_type='cluster', cov_kwds={'groups': g})
        double[][] x = [[0, 0], [1, 0], [2, 1], [0, 1], [3, 0], [1, 1], [2, 0], [0, 0], [4, 0], [1, 0], [2, 0], [3, 1], [0, 0], [1, 0], [5, 0], [0, 1], [2, 0], [1, 0], [0, 0], [3, 0]];
        double[] y = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0];
        int[] users = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7];
        var trend = LogLinearTrend.Fit(x, y, users)!;
        double[] expected = [-0.053631811441297486, -0.6340186448733793, -0.3387820262966875], errors = [0.27394659683777106, 0.13408210036727458, 0.6462566964032121];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], trend.Coefficients[i], 1e-9);
            Assert.Equal(errors[i], trend.StandardErrors[i], 1e-8);
        }
    }

    [Fact]
    public void A_trend_without_hits_or_with_a_covariate_that_adds_nothing_is_none()
    {
        Assert.Null(LogLinearTrend.Fit([[0.0], [1.0]], [0, 0], [0, 1]));
        Assert.Null(LogLinearTrend.Fit([[1.0], [1.0], [1.0]], [0, 1, 1], [0, 1, 2]));
    }

    /// <summary>The touches of users, each by day, hour and outcome.</summary>
    private static Dataset Touched(params IEnumerable<(string User, int Day, int Hour, string? Outcome)> touches)
    {
        var rows = touches.ToArray();
        var tables = RecordTables.Make(null, Journeys.Visits(("u0", [0, 60])), null);
        tables.Add(TableKind.Touches, new("touches",
        [
            TextColumn.From("user_id", rows.Select(row => row.User)), new TimeColumn("at", [.. rows.Select(row => Journeys.Noon(row.Day).AddHours(row.Hour - 12).Ticks)]), TextColumn.From("outcome", rows.Select(row => row.Outcome)),
        ]));
        return Dataset.FromTables(tables);
    }

    [Fact]
    public void Messages_before_count_the_day_itself_and_the_six_before()
    {
        var messages = Message.All(Touched(("a", 0, 9, "sent"), ("a", 0, 10, "opened"), ("a", 6, 9, "clicked"), ("a", 7, 9, null), ("a", 12, 23, "unsubscribed"), ("b", 12, 9, "sent")));
        Assert.Equal([0, 1, 2, 2, 0], messages.Select(one => one.Before));
        Assert.Equal([-1, 0, 6, 5, -1], messages.Select(one => one.DaysSince));
        Assert.Equal([false, true, true, false, false], messages.Select(one => one.Opened));
        Assert.Equal([false, false, false, true, false], messages.Select(one => one.Refused));
        Assert.Equal(23, messages[3].Hour);
    }

    // Of 40 users each gets three messages in three days: the first is always clicked, the second never, of the third half unsubscribe.
    private static Dataset Tired() => Touched(Enumerable.Range(0, 40).SelectMany(user => new (string, int, int, string?)[]
    {
        ($"u{user}", 50, 10, "clicked"), ($"u{user}", 51, 10, user % 4 == 0 ? "opened" : "sent"), ($"u{user}", 52, 10, user % 2 == 0 ? "unsubscribed" : "sent"),
    }));

    [Fact]
    public void The_cap_lets_through_what_pays()
    {
        var result = Tired().ContactFatigue(new() { ClickValue = 4, UnsubscribeLoss = 10, MessageCost = 0.5, Most = 4 });
        Assert.Equal([1, 0, 0], result.ByFrequency.Select(one => one.Clicked.Value));
        Assert.Equal([3.5, -0.5, -5.5], result.ByFrequency.Select(one => one.Value.Value));
        Assert.Equal([0, 140, 120, -100, -100, -100], result.Cap.ByCap);
        Assert.Equal((1, new Interval(1, 1, 0.95)), (result.Cap.Messages, result.Cap.Interval!.Value));
        Assert.Equal(240, result.Cap.Gain.Value);
        Assert.Equal("1 in seven days (1 to 1)", result.Cap.ToString());
        Assert.Equal(40, result.Over(new ListIds.Numbers())!.Users.Count);
    }

    [Fact]
    public void Where_every_message_pays_no_cap_does_and_where_none_does_none_is_sent()
    {
        var welcome = Tired().ContactFatigue(new() { ClickValue = 4, UnsubscribeLoss = -1, MessageCost = 0 });
        Assert.Null(welcome.Over(new ListIds.Numbers()));
        Assert.StartsWith("no cap pays", welcome.Cap.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("no message pays", Tired().ContactFatigue(new() { ClickValue = 0 }).Cap.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_never_shows_ids_unless_told_to()
    {
        var result = Tired().ContactFatigue(new() { UnsubscribeLoss = 10, MessageCost = 0.5 });
        Assert.DoesNotContain("u1", result.Over(new ListIds.Numbers())!.ToString(), StringComparison.Ordinal);
        Assert.Contains("u1", result.Over(new ListIds.Plain())!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_out_of_range_is_refused()
    {
        Assert.Throws<MissingDataException>(() => Journeys.Of(("ann", [0])).ContactFatigue());
        Assert.Throws<InsufficientDataException>(() => Touched(("a", 0, 9, "sent")).ContactFatigue());
        Assert.Throws<UserOpsException>(() => Tired().ContactFatigue(new() { ClickValue = double.NaN }));
        Assert.Throws<UserOpsException>(() => Tired().ContactFatigue(new() { Most = 0 }));
        Assert.Throws<UserOpsException>(() => Tired().ContactFatigue(new() { NightFrom = 24 }));
    }

    [Fact]
    public void The_shop_shows_the_planted_fatigue()
    {
        var result = Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), new OpenOptions { UseCache = false }, cancellation: TestContext.Current.CancellationToken).ContactFatigue();
        // truth.json: contacts.open_fatigue 0.22, annoyance_growth 0.35, night_unsubscribe_factor 3. Opening is diluted by users who have dropped out, whoever they are.
        Assert.InRange(result.OpenFatigue!.Value!.Value, 0.15, 0.27);
        Assert.True(result.AnnoyanceGrowth!.Interval!.Value.Contains(0.35));
        Assert.True(result.NightUnsubscribes!.Interval!.Value.Contains(3));
    }

    [Fact]
    public void Text_reads_as_the_golden_file() => Golden.Matches(Tired().ContactFatigue(new() { UnsubscribeLoss = 10, MessageCost = 0.5, Most = 4 }).ToString(), "fatigue.txt");

    [Fact]
    public void It_renders_in_every_way()
    {
        var result = Tired().ContactFatigue();
        Assert.NotNull(result.Render()[MimeBundle.Html]);
        Assert.All(result.Parts.Prepend(result).Select(part => part.ToChart()).OfType<UserOps.Display.Charts.Chart>(), chart => Assert.StartsWith("<svg", chart.ToSvg().TrimStart(), StringComparison.Ordinal));
    }
}
