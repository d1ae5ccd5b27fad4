using UserOps.Display;
using UserOps.Notebooks.Documents;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Rendering;

public class RenderingTests
{
    [Fact]
    public async Task List_of_records_is_a_table_with_a_column_a_property()
    {
        var bundle = await BundleAsync("record Order(int Id, decimal Amount, DateOnly Day);", "new List<Order> { new(12345, 1.50m, new(2024, 3, 1)), new(2, 20m, new(2024, 3, 2)) }");
        Assert.Contains("12345    1.50  2024-03-01", bundle[MimeBundle.PlainText], StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">12345</td>", bundle[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_table_shows_its_first_rows_and_how_many_there_are()
    {
        string text = (await BundleAsync("Enumerable.Range(0, 12345).Select(i => new { i, square = (long)i * i }).ToList()"))[MimeBundle.PlainText]!;
        Assert.Contains("first 100 of 12,345 rows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_sequence_is_not_walked_to_its_end()
    {
        string cell = "IEnumerable<(int N, string S)> All() { for (int i = 0; ; i++) yield return (i, \"x\"); }";
        Assert.Contains("first 100 rows; there are more", (await BundleAsync(cell, "All()"))[MimeBundle.PlainText], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFrame_is_a_table()
    {
        string cell = "using Microsoft.Data.Analysis;\nnew DataFrame(new Int32DataFrameColumn(\"n\", Enumerable.Range(0, 150)), new StringDataFrameColumn(\"s\", Enumerable.Repeat(\"<b>\", 150)))";
        var bundle = await BundleAsync(cell);
        Assert.Contains("first 100 of 150 rows", bundle[MimeBundle.PlainText], StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", bundle[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1234567.5m", "1234567.5")]
    [InlineData("true", "True")]
    [InlineData("new DateOnly(2024, 3, 1)", "2024-03-01")]
    [InlineData("new DateTime(2024, 3, 1, 13, 5, 0)", "2024-03-01 13:05:00")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("\"<b>\"", "<b>")]
    public async Task Single_values_are_plain_text(string code, string expected)
    {
        var bundle = await BundleAsync(code);
        Assert.Equal(expected, bundle[MimeBundle.PlainText]);
        Assert.Null(bundle[MimeBundle.Html]);
    }

    [Fact]
    public async Task Object_is_shown_with_its_properties_in_html()
    {
        var bundle = await BundleAsync("class A { public int Size { get; set; } = 7; }", "new A()");
        Assert.Contains("Size", bundle[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Contains("Size: 7", bundle[MimeBundle.PlainText], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_displays_itself_keeps_its_own_renderings()
    {
        var bundle = await BundleAsync("class Own : UserOps.Display.IDisplayable { public UserOps.Display.MimeBundle Render() => UserOps.Display.MimeBundle.Of(\"t\", \"<i>h</i>\").With(\"application/json\", \"[1]\"); }", "new Own()");
        Assert.Equal([("application/json", "[1]"), ("text/html", "<i>h</i>"), ("text/plain", "t")], bundle.Select(part => (part.Key, part.Value)));
    }

    [Fact]
    public async Task Formatter_that_a_notebook_registers_is_used()
    {
        string register = "using Microsoft.DotNet.Interactive.Formatting;\nrecord P(int A);\nFormatter.Register<P>(p => $\"<u>{p.A}</u>\", \"text/html\");";
        Assert.Equal("<u>5</u>", (await BundleAsync(register, "new P(5)"))[MimeBundle.Html]);
        Assert.Contains("<table", (await BundleAsync("record P(int A);", "new[] { new P(5) }"))[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PocketView_builds_html() =>
        Assert.Equal("<p class=\"x\">a &lt; b</p>", (await BundleAsync("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\np[@class: \"x\"](\"a < b\")"))[MimeBundle.Html]);

    [Fact]
    public async Task HTML_is_shown_as_it_is() => Assert.Equal("<b>x</b>", (await BundleAsync("HTML(\"<b>x</b>\")"))[MimeBundle.Html]);

    [Fact]
    public async Task Formula_is_latex() => Assert.Equal("$$x^2$$", (await BundleAsync("(MathString)\"x^2\""))["text/latex"]);

    [Fact]
    public async Task Text_is_displayed_as_the_given_type() =>
        Assert.Equal("{\"a\":1}", Assert.IsType<CellOutput.Display>(Assert.Single(await OutputsAsync("\"{\\\"a\\\":1}\".DisplayAs(\"application/json\");"))).Data["application/json"]);

    [Fact]
    public async Task Displayed_value_is_replaced_by_its_update_also_from_a_later_cell()
    {
        var run = await RunAsync("var shown = display(\"one\");\n\"between\".Display();", "shown.Update(\"two\");");
        Assert.Equal(["two", "between"], run.Executed.Cells[0].Outputs.Select(TextOf));
        Assert.Empty(run.Executed.Cells[1].Outputs);
    }

    [Fact]
    public async Task Metric_of_a_report_is_a_display_of_its_own_type()
    {
        var display = Assert.IsType<CellOutput.Display>(Assert.Single(await OutputsAsync("UserOps.Display.Report.Metric(\"retention.d7\", 0.25, \"fraction\");")));
        Assert.Contains("retention.d7", display.Data[MimeBundle.Metric], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plotly_chart_travels_as_json_and_as_html()
    {
        var bundle = await BundleAsync("Plotly.NET.CSharp.Chart.Point<int, int, string>(x: new[] { 1, 2 }, y: new[] { 3, 4 }, Name: \"</script>\")");
        Assert.Contains("\"y\":[3,4]", bundle[MimeBundle.Plotly], StringComparison.Ordinal);
        Assert.DoesNotContain("\"</script>\"", bundle[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_while_a_value_is_rendered_fails_the_cell() =>
        Assert.Equal("DivideByZeroException", (await ErrorAsync("int zero = 0;", "new[] { 1 }.Select(i => new { x = i / zero })")).Name);

    [Fact]
    public async Task Asking_for_input_without_a_person_says_what_to_do() =>
        Assert.Contains("-p name=value", (await ErrorAsync("var name = await GetInputAsync(\"Who?\");")).Message, StringComparison.Ordinal);

    private static async Task<MimeBundle> BundleAsync(params string[] cells) => Assert.IsType<CellOutput.Result>(Assert.Single(await OutputsAsync(cells))).Data;
}
