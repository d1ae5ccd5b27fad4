using System.Text.Json;
using UserOps.Display.Charts;
using UserOps.Testing;

namespace UserOps.Display.Tests.Charts;

public class PlotlyTests
{
    public static TheoryData<Chart> Charts => [.. Pictures.All];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_figure_is_json_with_data_layout_config_title_and_height(Chart chart)
    {
        using var figure = JsonDocument.Parse(chart.ToPlotlyJson());
        var layout = figure.RootElement.GetProperty("layout");
        Assert.True(figure.RootElement.GetProperty("data").GetArrayLength() > 0);
        Assert.True(figure.RootElement.GetProperty("config").GetProperty("responsive").GetBoolean());
        Assert.Contains(chart.Title.Split(' ')[0], layout.GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(layout.GetProperty("height").GetInt32() >= chart.Height);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void No_figure_holds_a_tag_that_could_end_its_script_and_each_is_small(Chart chart)
    {
        string json = chart.ToPlotlyJson();
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        Assert.InRange(json.Length, 500, 8_000);
    }

    [Fact]
    public void A_script_in_a_label_stays_a_label()
    {
        using var figure = JsonDocument.Parse(Pictures.Retention().ToPlotlyJson());
        var names = figure.RootElement.GetProperty("data").EnumerateArray()
            .Where(trace => trace.TryGetProperty("name", out _)).Select(trace => trace.GetProperty("name").GetString());
        Assert.Equal(["微信 WeChat", "Organic &lt;/script&gt;&lt;b&gt;", "Paid search"], names);
    }

    [Fact]
    public void Axes_have_titles_with_units_and_formats_of_their_numbers()
    {
        using var figure = JsonDocument.Parse(Pictures.Revenue().ToPlotlyJson());
        var axis = figure.RootElement.GetProperty("layout").GetProperty("yaxis");
        Assert.Equal("Net revenue (¥)", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("¥", axis.GetProperty("tickprefix").GetString());

        using var rates = JsonDocument.Parse(Pictures.Retention().ToPlotlyJson());
        Assert.Equal(",.1~%", rates.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("tickformat").GetString());
        Assert.Equal("Weeks since sign-up", rates.RootElement.GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public void Immature_cells_are_blank_and_the_others_keep_their_value_and_their_words()
    {
        using var figure = JsonDocument.Parse(Pictures.Cohorts().ToPlotlyJson());
        var trace = figure.RootElement.GetProperty("data")[0];
        Assert.Equal(1, trace.GetProperty("z")[0][0].GetDouble());
        Assert.Equal(0.55, trace.GetProperty("z")[0][1].GetDouble(), 1e-12);
        Assert.Equal("55.0\u00A0%", trace.GetProperty("text")[0][1].GetString());
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("z")[11][1].ValueKind);
    }

    [Fact]
    public void A_band_is_drawn_where_it_has_both_bounds_and_nowhere_else()
    {
        var chart = new LineChart("t", [1, 2, 3, 4], new Axis("x", Format.Count), new Axis("y", Format.Number()),
            [new("s", [1, 2, double.NaN, 4]) { Lower = [0, 1, double.NaN, 3], Upper = [2, 3, double.NaN, 5] }]);
        using var figure = JsonDocument.Parse(chart.ToPlotlyJson());
        var band = figure.RootElement.GetProperty("data")[0];
        Assert.Equal("[1,2,2,1,null,4,4,null]", band.GetProperty("x").GetRawText());
        Assert.Equal("[2.0,3.0,1.0,0.0,null,5.0,3.0,null]", band.GetProperty("y").GetRawText());
    }

    [Fact]
    public void A_waterfall_ends_at_the_start_plus_all_contributions()
    {
        using var figure = JsonDocument.Parse(Pictures.Revenue().ToPlotlyJson());
        Assert.Equal(1_250_000 + 310_000 - 142_000 + 88_000 - 35_500 - 61_200, figure.RootElement.GetProperty("data")[0].GetProperty("y")[6].GetDouble());
    }

    [Fact]
    public void A_small_figure_looks_as_it_did() => Golden.Matches(
        new FunnelChart("Steps", ["访问", "Pay <now>"], [4, 1]).ToPlotlyJson(), "funnel.json");

    [Fact]
    public void The_library_can_run_twice_beside_a_module_loader_and_never_ends_its_script()
    {
        string script = PlotlyLibrary.Script;
        Assert.StartsWith("if(!window.Plotly){(function(){var define,exports,module;", script, StringComparison.Ordinal);
        Assert.Contains($"plotly.js v{PlotlyLibrary.Version}", script, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(script.Length, 3_000_000, 4_500_000);
    }

    [Fact]
    public void Lengths_that_disagree_are_refused_with_both_numbers()
    {
        var chart = new BarChart("Orders", ["a", "b"], new Axis("x", Format.Text), new Axis("y", Format.Count), [new("s", [1])]);
        var problem = Assert.Throws<ArgumentException>(chart.ToPlotlyJson);
        Assert.Equal("Chart 'Orders' has 1 values of 's'; 2 are needed, one for each position. Use NaN for a gap.", problem.Message);
        Assert.Throws<ArgumentException>(() => chart.ToSvg());
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, double.NaN)]
    public void Flows_to_nowhere_and_flows_below_zero_are_refused(int source, int target, double value)
    {
        var chart = new SankeyChart("t", ["a", "b"], [new(source, target, value)], Format.Count);
        Assert.Contains("nodes from 0 to 1", Assert.Throws<ArgumentException>(chart.ToPlotlyJson).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flows_in_a_circle_are_refused()
    {
        var chart = new SankeyChart("t", ["a", "b"], [new(0, 1, 1), new(1, 0, 1)], Format.Count);
        Assert.Contains("circle", Assert.Throws<ArgumentException>(() => chart.ToSvg()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_and_the_numbers_below_them_are_drawn_at_their_places()
    {
        using var figure = JsonDocument.Parse(Pictures.Survival().ToPlotlyJson());
        var (band, line) = (figure.RootElement.GetProperty("data")[0], figure.RootElement.GetProperty("data")[1]);
        Assert.Equal("hv", line.GetProperty("line").GetProperty("shape").GetString());
        Assert.Equal([0, 10, 10, 30, 30, 60, 60, 90, 90], band.GetProperty("x").EnumerateArray().Take(9).Select(x => x.GetDouble()));
        Assert.Equal([1, 1, 0.84, 0.84, 0.65, 0.65, 0.56, 0.56, 0.52], band.GetProperty("y").EnumerateArray().Take(9).Select(y => y.GetDouble()));
        var notes = figure.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray().ToArray();
        Assert.Equal(["At risk", "1,200", "720", "580", "410", "300", "110", "40", "0"], notes.Select(note => note.GetProperty("text").GetString()));
        Assert.Equal(30, notes[2].GetProperty("x").GetDouble());
    }

    [Fact]
    public void A_figure_keeps_room_for_labels_side_by_side_on_a_narrow_page()
    {
        var chart = new WaterfallChart("Why", "mean", 0.5, ["one", "two", "three"], [0.1, -0.2, 0.3], "this user", new("Probability", Format.Percent()));
        Assert.Contains("data-least-width=\"500\"", chart.Render()[MimeBundle.Html], StringComparison.Ordinal);
    }
}
