using UserOps.Acquisition;
using UserOps.Activation;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Display;
using UserOps.Retention;
using UserOps.Testing;

namespace UserOps.Tests.Review;

public class GrowthRenderingTests
{
    /// <summary>Six users of two channels in five weeks; the last of them is <c>&lt;b&gt;</c>, a name that must never become markup.</summary>
    private static readonly Dataset Shop = Dataset.From(
        users:
        [
            new("ann", Journeys.Noon(0), "search"), new("bob", Journeys.Noon(1), "<b>ads"), new("cai", Journeys.Noon(7), "search", "ann"),
            new("dee", Journeys.Noon(9), "<b>ads"), new("eve", Journeys.Noon(15), "search", "ann"), new("<b>", Journeys.Noon(30), "<b>ads"),
        ],
        events: Journeys.Visits(("ann", [0, 1, 2, 8, 15, 22, 29]), ("bob", [1, 2]), ("cai", [7, 8, 14, 28]), ("dee", [9, 23]), ("eve", [15, 16, 34]), ("<b>", [30])),
        orders: [new("ann", Journeys.Noon(2), 120), new("ann", Journeys.Noon(22), 80), new("cai", Journeys.Noon(8), 60, Refund: 10), new("eve", Journeys.Noon(34), 40)]);

    private static readonly Dictionary<string, Func<AnalysisResult>> Questions = new()
    {
        ["active-users"] = () => Shop.ActiveUsers(),
        ["active-days"] = () => Shop.ActiveDays(),
        ["acquisition"] = () => Shop.Acquisition(),
        ["activation"] = () => Shop.Activation(),
        ["retention"] = () => Shop.Retention(new() { Kind = new RetentionKind.NDay(1, 2, 3, 4), By = new Breakdown.OfUser("channel") }),
        ["lifecycle"] = () => Shop.Lifecycle(),
        ["review"] = () => Aarrr.Review(Shop) with { Details = [] },
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Text_reads_as_the_golden_file(string name) => Golden.Matches(Questions[name]().ToString(), name + ".txt");

    [Theory, MemberData(nameof(Names))]
    public void Names_from_the_data_never_become_markup(string name) =>
        Assert.DoesNotContain("<b>ads", Questions[name]().Render()[MimeBundle.Html], StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void Pictures_have_titles_on_both_axes_and_draw_still(string name)
    {
        foreach (var chart in ChartsOf(Questions[name]()))
        {
            string json = chart.ToPlotlyJson();
            Assert.Contains("\"xaxis\"", json, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>ads", json, StringComparison.Ordinal);
            Assert.StartsWith("<svg", chart.ToSvg().TrimStart(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<UserOps.Display.Charts.Chart> ChartsOf(AnalysisResult result) =>
        result.Parts.SelectMany(ChartsOf).Concat(result.ToChart() is { } chart ? [chart] : []);
}
