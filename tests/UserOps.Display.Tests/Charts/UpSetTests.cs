using System.Text.Json.Nodes;
using System.Xml.Linq;
using UserOps.Display.Charts;

namespace UserOps.Display.Tests.Charts;

public class UpSetTests
{
    private static readonly UpSetChart Chart = new("Overlap", ["a", "b"], [7, double.NaN], [new([0], 4), new([0, 1], 3), new([1], double.NaN)], new Axis("Users", Format.Count));

    [Fact]
    public void The_still_picture_writes_counts_sets_with_their_sizes_and_a_dash_where_a_number_is_not_shown()
    {
        string[] words = [.. XDocument.Parse(Chart.ToSvg()).Descendants("{http://www.w3.org/2000/svg}text").Select(text => text.Value)];
        Assert.Empty(new[] { "a · 7", "b", "4", "3", "–" }.Except(words));
    }

    [Fact]
    public void The_interactive_figure_has_a_bar_and_a_line_of_dots_for_each_combination()
    {
        var traces = JsonNode.Parse(Chart.ToPlotlyJson())!["data"]!.AsArray();
        Assert.Equal([4, 3, null], traces[0]!["y"]!.AsArray().Select(y => (double?)y));
        Assert.Equal(["a alone", "a + b", "b alone"], traces[0]!["customdata"]!.AsArray().Select(words => (string)words!));
        Assert.Equal(["0", "0,1", "1"], traces.Skip(2).Select(trace => string.Join(",", trace!["y"]!.AsArray())));
    }

    [Fact]
    public void Combinations_of_unknown_sets_and_negative_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (Chart with { Regions = [new([2], 1)] }).ToSvg());
        Assert.Throws<ArgumentException>(() => (Chart with { Regions = [new([], 1)] }).ToSvg());
        Assert.Throws<ArgumentException>(() => (Chart with { Regions = [new([0], -1)] }).ToSvg());
        Assert.Throws<ArgumentException>(() => (Chart with { Sizes = [1] }).ToSvg());
    }
}
