using System.Text.RegularExpressions;
using CsCheck;
using UserOps.Display.Charts;
using UserOps.Display.Tests.Charts;
using UserOps.Testing;

namespace UserOps.Display.Tests;

public class ResultRenderingTests
{
    private static readonly Answer Result = new("Retention", ["3 users have no sign-up date <b>"]) { Inner = [new("Part one", []), new("Part two", ["last note"])] };

    [Fact]
    public void Text_is_the_table_the_notes_and_the_parts() => Golden.Matches(Result.ToString(), "result.txt");

    [Fact]
    public void Plain_text_of_a_bundle_is_ToString_for_results_and_charts()
    {
        Assert.Equal(Result.ToString(), Result.Render()[MimeBundle.PlainText]);
        Assert.All(Pictures.All, chart => Assert.Equal(chart.ToString(), chart.Render()[MimeBundle.PlainText]));
    }

    [Fact]
    public void Html_is_figure_table_notes_then_parts_in_order()
    {
        string html = Result.Render()[MimeBundle.Html]!;
        int[] places = [.. ((string[])["<figure", "<strong>Retention", "3 users have no", "<strong>Part one", "<strong>Part two", "last note"])
            .Select(word => html.IndexOf(word, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "<style>"));
    }

    [Fact]
    public void A_result_of_one_picture_carries_its_figure_and_one_of_several_leaves_them_to_the_html()
    {
        Assert.Contains("n = 4 users", new Answer("t", []).Render()[MimeBundle.Plotly], StringComparison.Ordinal);
        Assert.Null(Result.Render()[MimeBundle.Plotly]);
    }

    [Fact]
    public void A_chart_needs_no_script_to_be_read_and_refers_to_the_library_without_holding_it()
    {
        var bundle = Pictures.Cohorts().Render();
        string html = bundle[MimeBundle.Html]!;
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains($"<script type=\"{MimeBundle.Plotly}\">{bundle[MimeBundle.Plotly]}</script>", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 2_000, 40_000);
        Assert.DoesNotContain("http", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_the_data_adds_or_ends_a_tag_of_a_chart() => Gen.String.Sample(word =>
    {
        string plain = Tags(Named("x"));
        return Tags(Named(word + "</script><script>alert(1)</script><img src=x onerror=y>" + word)) == plain;
    });

    // The same chart under another name: its tags in their order must not change.
    private static BarChart Named(string name) => new BarChart(
        "t", ["a", "b"], new Axis("c", Format.Text), new Axis("v", Format.Count), [new(name, [1, 2]), new("other", [2, 1])]);

    private static string Tags(BarChart chart) => string.Join(' ', Regex.Matches(chart.Render()[MimeBundle.Html]!, "</?[a-zA-Z]+").Select(tag => tag.Value));

    private sealed record Answer(string Title, IReadOnlyList<string> Said) : AnalysisResult
    {
        public IReadOnlyList<Answer> Inner { get; init; } = [];

        public override IReadOnlyList<string> Notes => Said;

        public override IReadOnlyList<AnalysisResult> Parts => Inner;

        public override Table ToTable() => new(Title, [new("Week", Format.Count), new("Rate", Format.Percent())], [[0, 1.0], [1, 0.25]], "n = 4 users");

        public override Chart? ToChart() => new FunnelChart(Title, ["a", "b"], [4, 1]);
    }
}
