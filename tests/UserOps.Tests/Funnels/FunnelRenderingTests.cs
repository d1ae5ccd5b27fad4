using UserOps.Data;
using UserOps.Display;
using UserOps.Funnels;
using UserOps.Testing;

namespace UserOps.Tests.Funnels;

public class FunnelRenderingTests
{
    private static readonly Dataset Shop = Dataset.From(
        users: [new("a", Channel: "search"), new("b", Channel: "feed"), new("c", Channel: "feed"), new("d")],
        events:
        [
            Event("a", "visit", 0), Event("a", "cart", 2), Event("a", "pay", 10), Event("b", "visit", 0), Event("b", "cart", 8), Event("b", "help", 9),
            Event("c", "visit", 1), Event("d", "visit", 3), Event("d", "cart", 4), Event("d", "pay", 5), Event("d", "visit", 20000),
        ]);

    private static EventRow Event(string user, string name, int minute) => new(user, name, Journeys.Start.AddMinutes(minute));

    private static readonly FunnelDefinition Path = new()
    {
        Steps = ["visit", "cart", new FunnelStep("pay") { Name = "paid", Within = TimeSpan.FromHours(1) }],
        Window = TimeSpan.FromDays(1),
        Exclusions = [new("help") { After = 2 }],
        By = new Breakdown.OfUser("channel"),
    };

    [Fact]
    public void A_funnel_with_its_groups_reads_as_text() => Golden.Matches(Shop.Funnel(Path).ToString(), "funnel.txt");

    [Fact]
    public void A_deviation_reads_as_text() => Golden.Matches(Shop.Deviation(new DeviationDefinition { Funnel = Path with { By = null } }).ToString(), "deviation.txt");

    [Fact]
    public void Groups_are_counted_by_hand()
    {
        var groups = Shop.Funnel(Path).Groups;
        Assert.Equal(["feed", "(none)", "search"], groups.Select(group => group.Name));
        Assert.Equal([[2, 1, 0], [1, 1, 1], [1, 1, 1]], groups.Select(group => group.Steps.Select(step => step.Users)));
    }

    [Fact]
    public void Every_result_renders_in_every_way()
    {
        AnalysisResult[] results = [Shop.Funnel(Path), .. Shop.Funnel(Path).Parts, Shop.Deviation(new DeviationDefinition { Funnel = Path }), .. Shop.Deviation("visit", "cart").Parts];
        Assert.All(results, result =>
        {
            var bundle = result.Render();
            Assert.NotNull(bundle[MimeBundle.Html]);
            Assert.Equal(result.ToTable().Rows.Count, (int)result.ToDataFrame().Rows.Count);
            Assert.True(result.ToChart() is not { } chart || chart.ToSvg().Contains("<svg", StringComparison.Ordinal));
        });
    }
}
