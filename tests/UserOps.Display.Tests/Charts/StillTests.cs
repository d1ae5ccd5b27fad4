using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using SkiaSharp;
using UserOps.Display.Charts;
using UserOps.Testing;

namespace UserOps.Display.Tests.Charts;

public class StillTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<Chart> Charts => [.. Pictures.All];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_picture_is_small_well_formed_and_bears_its_title(Chart chart)
    {
        string text = chart.ToSvg();
        var svg = XDocument.Parse(text).Root!;
        Assert.Equal(chart.Title, svg.Attribute("aria-label")!.Value);
        Assert.Equal(chart.Title, string.Join(' ', svg.Elements(Svg + "text").Where(words => words.Attribute("font-weight") is not null).Select(words => words.Value)));
        Assert.InRange(text.Length, 1_000, 30_000);
        Assert.Empty(svg.Descendants(Svg + "script"));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Nothing_lies_outside_the_picture(Chart chart)
    {
        var svg = XDocument.Parse(chart.ToSvg()).Root!;
        double height = double.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture);
        foreach (var words in svg.Elements(Svg + "text"))
        {
            Assert.InRange(double.Parse(words.Attribute("x")!.Value, CultureInfo.InvariantCulture), 0, 720);
            Assert.InRange(double.Parse(words.Attribute("y")!.Value, CultureInfo.InvariantCulture), 0, height);
        }
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_words_are_words_whatever_fonts_this_machine_has()
    {
        string svg = Pictures.Funnel().ToSvg();
        Assert.Contains(">Add to cart 加购</text>", svg, StringComparison.Ordinal);
        Assert.Contains("Noto Sans CJK SC", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_funnel_shows_counts_and_shares_of_the_first_and_the_previous_step()
    {
        string[] words = Texts(Pictures.Funnel());
        // 3120 of 12480 is a quarter; 3120 of 8012 is 38.94 %.
        Assert.Contains("3,120", words);
        Assert.Contains("25.0\u00A0%", words);
        Assert.Contains("38.9\u00A0%", words);
    }

    [Fact]
    public void A_heat_map_shows_its_values_and_leaves_gaps_blank()
    {
        string[] words = Texts(Pictures.Correlations());
        Assert.Equal(11, words.Count(word => word.EndsWith("pp", StringComparison.Ordinal)));
        Assert.Contains("−4.4\u00A0pp", words);
    }

    [Fact]
    public void Ticks_are_round_and_enclose_the_values()
    {
        string[] words = Texts(new BarChart("t", ["a"], new Axis("c", Format.Text), new Axis("v", Format.Percent()), [new("s", [0.47])]));
        Assert.Contains("0\u00A0%", words);
        Assert.Contains("50\u00A0%", words);
    }

    [Fact]
    public void Any_words_make_a_well_formed_picture() => Gen.Select(Gen.String, Gen.String).Sample((title, name) =>
    {
        var chart = new FunnelChart(title, [name, name + "</svg>"], [5, 2]) { Subtitle = name };
        Assert.Equal("svg", XDocument.Parse(chart.ToSvg()).Root!.Name.LocalName);
        Assert.DoesNotContain('<', chart.ToPlotlyJson());
    });

    [Fact]
    public void Any_numbers_make_a_picture_without_broken_coordinates() => Gen.Double.Array[1, 30].Sample(values =>
    {
        var y = new Axis("y", Format.Number());
        object[] x = [.. values.Select((_, i) => (object)i)];
        string line = new LineChart("t", x, new Axis("x", Format.Count), y, [new("s", [.. values.Select(Tame)])]).ToSvg();
        string bars = new BarChart("t", [.. values.Select((_, i) => $"{i}")], new Axis("x", Format.Text), y, [new("s", [.. values.Select(Tame)])]).ToSvg();
        return !Regex.IsMatch(line + bars, "NaN|∞|E\\+");
    });

    [Fact]
    public void Empty_charts_are_empty_pictures()
    {
        var axis = new Axis("x", Format.Count);
        Chart[] empty =
        [
            new LineChart("t", [], axis, axis, []), new BarChart("t", [], axis, axis, []), new HeatMap("t", [], [], axis, axis, [], Format.Count),
            new FunnelChart("t", [], []), new SankeyChart("t", [], [], Format.Count), new WaterfallChart("t", "a", 0, [], [], "b", axis),
            new UpSetChart("t", [], [], [], axis),
        ];
        Assert.All(empty, chart => Assert.StartsWith("<svg", chart.ToSvg(), StringComparison.Ordinal));
        Assert.All(empty, chart => Assert.StartsWith("{", chart.ToPlotlyJson(), StringComparison.Ordinal));
        Assert.All(empty, chart => Assert.NotEmpty(chart.ToString()));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_small_picture_keeps_room_for_its_marks(Chart chart)
    {
        var svg = XDocument.Parse((chart with { Height = 100 }).ToSvg(240)).Root!;
        Assert.InRange(int.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture), 200, 800);
        Assert.DoesNotMatch("[hv]-[0-9.]+v|NaN", svg.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => chart.ToSvg(100));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_png_is_the_same_picture_in_pixels(Chart chart)
    {
        using var image = SKBitmap.Decode(chart.ToPng(480));
        Assert.Equal(480, image.Width);
        Assert.True(image.Height >= chart.Height);
        int inked = Enumerable.Range(0, image.Width * image.Height).Count(i => image.GetPixel(i % image.Width, i / image.Width) != SKColors.White);
        Assert.InRange(inked, 1_000, image.Width * image.Height * 3 / 4);
    }

    [Fact]
    public void A_small_picture_looks_as_it_did() => Golden.Matches(
        new FunnelChart("Steps", ["访问", "Pay <now>"], [4, 1]) { Subtitle = "n = 4" }.ToSvg().Replace("><", ">\n<", StringComparison.Ordinal), "funnel.svg");

    private static string[] Texts(Chart chart) => [.. XDocument.Parse(chart.ToSvg()).Descendants(Svg + "text").Select(words => words.Value)];

    private static double Tame(double value) => Math.Abs(value) < 1e12 ? value : double.NaN;

    [Fact]
    public void The_numbers_at_risk_stand_below_the_axis_in_the_order_of_the_lines()
    {
        string[] words = Texts(Pictures.Survival());
        Assert.Equal(["At risk", "1,200", "720", "580", "410", "300", "110", "40", "0"], words[Array.IndexOf(words, "At risk")..]);
        var chart = Pictures.Survival() with { Below = new("At risk", [0], [[1], [2, 3]]) };
        Assert.Contains("has 2 counts in a row; 1 are needed", Assert.Throws<ArgumentException>(() => chart.ToSvg()).Message, StringComparison.Ordinal);
    }
}
