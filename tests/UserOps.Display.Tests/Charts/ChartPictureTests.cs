using SkiaSharp;
using UserOps.Display.Charts;

namespace UserOps.Display.Tests.Charts;

public class ChartPictureTests
{
    public static TheoryData<Chart> Charts => [.. Pictures.All];

    [Theory]
    [MemberData(nameof(Charts))]
    public void The_svg_of_every_chart_reads_back_as_the_same_svg(Chart chart) => Assert.Equal(chart.ToSvg(), SvgWriter.Write(SvgReader.Read(chart.ToSvg())));

    [Fact]
    public void A_picture_read_back_is_twice_as_sharp_as_the_one_on_screen()
    {
        using var small = SKBitmap.Decode(Pictures.Funnel().ToPng());
        using var large = SKBitmap.Decode(ChartPicture.ToPng(Pictures.Funnel().ToSvg()));
        Assert.Equal((small.Width * 2, small.Height * 2), (large.Width, large.Height));
        using var halved = large.Resize(new SKSizeI(small.Width, small.Height), SKSamplingOptions.Default);
        int alike = (from x in Enumerable.Range(0, small.Width) from y in Enumerable.Range(0, small.Height) where Near(small.GetPixel(x, y), halved.GetPixel(x, y)) select 1).Count();
        Assert.InRange(alike / (double)(small.Width * small.Height), 0.9, 1);
    }

    [Fact]
    public void The_title_is_the_chart_s() => Assert.Equal(Pictures.Retention().Title, ChartPicture.TitleOf(Pictures.Retention().ToSvg()));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("nothing")]
    public void A_picture_of_somebody_else_is_refused(string svg)
    {
        Assert.False(ChartPicture.IsOurs(svg));
        Assert.Throws<FormatException>(() => ChartPicture.ToPng(svg));
    }

    private static bool Near(SKColor a, SKColor b) => Math.Abs(a.Red - b.Red) < 48 && Math.Abs(a.Green - b.Green) < 48 && Math.Abs(a.Blue - b.Blue) < 48;
}
