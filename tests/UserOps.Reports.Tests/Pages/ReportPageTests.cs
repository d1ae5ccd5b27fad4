using System.Net;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Pages;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Pages;

public class ReportPageTests
{
    private const string Attack = "<script>alert('x')</script>";

    private static string Page(params NotebookCell[] cells) => ReportPage.Write(new("review", Of(cells)), Now);

    private static string Header(NotebookReport report) =>
        WebUtility.HtmlDecode(ReportPage.Write(report, Now).Split("<header>")[1].Split("</header>")[0]);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [Fact]
    public void Words_of_data_stay_words()
    {
        string page = Page(
            Text($"# Title {Attack}\n\nLede {Attack}\n\n## Part {Attack}\n\n{Attack}\n\n<img src=x onerror=alert(1)>"),
            Code($"// {Attack}", Plain(Attack), new CellOutput.Stream(false, Attack), new CellOutput.Stream(true, Attack),
                Shown(MimeBundle.Of("x").With(MimeBundle.Markdown, Attack)),
                Named(new(Attack, 1, Attack) { Label = Attack, Definition = Attack }),
                Opened(Shop with { Files = [new(Attack, Attack, 1, Attack)], Hash = Attack })),
            Code("x", Error(Attack, Attack)));
        Assert.DoesNotContain(Attack, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    public void No_link_leads_into_a_script(string markdown)
    {
        string page = Page(Text("# T\n\n## U\n\n" + markdown));
        Assert.DoesNotMatch("(?i)(href|src)=\"\\s*(javascript|data:text)", page);
    }

    [Fact]
    public void The_page_loads_nothing_and_forbids_it()
    {
        string page = Page(Text("# T\n\n![chart](https://example.org/x.png)"), Code("1", Plain("1")));
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(link|iframe|object|embed|base)\\b", page);
        Assert.DoesNotMatch("src=\"https?:", page);
    }

    [Fact]
    public void The_first_screen_holds_title_day_parameters_data_and_key_numbers()
    {
        var run = Of(Text("# Review\n\nHow do we grow?\n\n## One\n\n## Two"), Code("x", Opened(Shop), Named(new("retention.d7", 0.25, "fraction") { Label = "D7 retention", N = 812 })))
            .With(new("data", "string", "/home/ann/shop", true), new("window", "int", 7, false));
        string header = Header(new("review", run));
        foreach (string part in (string[])["<h1>Review</h1>", "How do we grow?", "2024-07-01", "the last day in the data", "shop", "2 files · 1,280 rows",
            "2024-01-01 to 2024-07-01", "hash 0123456789ab", "<b>window</b> 7", "D7 retention", Format.Percent().Write(0.25), "n = 812"])
            Assert.Contains(part, header, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", header, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-03-04", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_with_equal_words_have_links_of_their_own()
    {
        string page = Page(Text("# T"), Text("## Reading\n\na"), Text("## Reading\n\nb\n\n## 留存 D7"));
        foreach (string anchor in (string[])["s-reading", "s-reading~2", "s-留存-d7"])
        {
            Assert.Equal(1, Count(page, $"id=\"{anchor}\""));
            Assert.Contains($"href=\"#{anchor}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Code_is_folded_away_and_opens_without_a_script()
    {
        string page = Page(Text("# T"), Code("var x = \"a\"; // why", Plain("shown")));
        Assert.Contains("<details class=\"code\"><summary>Code of cell 1</summary>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"kw\">var</span> x = <span class=\"str\">&quot;a&quot;</span>; <span class=\"com\">// why</span>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"output\">shown</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_says_on_top_which_cell_why_on_which_data_and_what_to_do()
    {
        var run = Of(Text("# T"), Code("a", Opened(Shop)), Text("## Weekly retention"), Code("b", Error("UserOps.InsufficientDataException", "Found 3 days; 14 needed.")), Code("c"))
            .With(new UserOps.Notebooks.Execution.ParameterValue("data", "string", "/x/shop", true));
        string header = Header(new("t", run));
        foreach (string part in (string[])["This report is not complete", "href=\"#cell-4\">Cell 2, line 1</a> under “Weekly retention”", "1 of 3 code cells", "Found 3 days; 14 needed.",
            "shop (2 files", "'userops check' shows"])
            Assert.Contains(part, header, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_scrolls_in_a_box_of_its_own()
    {
        string table = new Table("t", [new("a", Format.Text)], [["</table>"]]).ToHtml();
        string page = Page(Code("a", Shown(MimeBundle.Of("t", table + table))));
        Assert.Equal(2, Count(page, "<div class=\"table\"><table class=\"userops\">"));
        Assert.Equal(2, Count(page, "</table></div>"));
    }

    [Fact]
    public void The_drawing_library_comes_once_and_only_where_there_is_a_figure()
    {
        var chart = new FunnelChart("Path", ["visit", "pay"], [10, 3]);
        Assert.Equal(1, Count(Page(Code("a", Shown(chart.Render()), Shown(chart.Render()))), "plotly.js v"));
        Assert.Equal(1, Count(Page(Code("a", Shown(MimeBundle.Of("t").With(MimeBundle.Plotly, chart.ToPlotlyJson())))), "plotly.js v"));
        Assert.Equal(0, Count(Page(Code("a", Plain("x"))), "plotly.js v"));
    }

    [Fact]
    public void Cells_that_were_not_reached_say_so() =>
        Assert.Contains("<summary>Code of cell 2 was not run</summary>", Page(Code("a", Error("E", "m")), Code("b")), StringComparison.Ordinal);

    [Fact]
    public void Pieces_of_a_stream_are_joined_and_colours_and_overwritten_lines_left_out()
    {
        string page = Page(Code("a", new CellOutput.Stream(false, "10 %\r"), new CellOutput.Stream(false, "100 %\n\x1b[31mdone\x1b[0m\n")));
        Assert.Contains("<pre class=\"stream\">100 %\ndone</pre>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_the_notebook_are_carried_within_the_page_and_others_are_not_read()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["inner"]);
        File.WriteAllBytes(folder["outside.png"], [1]);
        File.WriteAllBytes(Path.Combine(folder["inner"], "a.png"), [1, 2, 3]);
        string page = ReportPage.Write(new("t", Of(Text("# T"), Text("![a](a.png) ![b](../outside.png)")), folder["inner"]), Now);
        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"a\"", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "data:image/png"));
    }

    [Fact]
    public void A_notebook_without_title_outputs_or_cells_still_gives_a_page()
    {
        Assert.Contains("<h1>review</h1>", Page(), StringComparison.Ordinal);
        Assert.Contains("the notebook states no dated data", Page(Code("1")), StringComparison.Ordinal);
    }
}
