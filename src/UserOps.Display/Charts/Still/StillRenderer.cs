namespace UserOps.Display.Charts;

/// <summary>Draws charts as still pictures.</summary>
internal static class StillRenderer
{
    public static string ToSvg(Chart chart, int width) => SvgWriter.Write(Draw(chart, width));

    public static byte[] ToPng(Chart chart, int width) => PngWriter.Write(Draw(chart, width));

    private static Sheet Draw(Chart chart, int width)
    {
        ChartShape.Check(chart);
        if (width < 240)
            throw new ArgumentOutOfRangeException(nameof(width), width, "A picture needs a width of 240 pixels or more.");
        var sheet = new Sheet(width, ChartShape.Height(chart), chart.Title);
        var area = Heading.Draw(sheet, chart);
        switch (chart)
        {
            case LineChart line:
                LineStill.Draw(sheet, area, line);
                break;
            case BarChart bar:
                BarStill.Draw(sheet, area, bar);
                break;
            case WaterfallChart waterfall:
                BarStill.Draw(sheet, area, waterfall);
                break;
            case HeatMap map:
                HeatMapStill.Draw(sheet, area, map);
                break;
            case FunnelChart funnel:
                FunnelStill.Draw(sheet, area, funnel);
                break;
            case SankeyChart sankey:
                SankeyStill.Draw(sheet, area, sankey);
                break;
            case UpSetChart upSet:
                UpSetStill.Draw(sheet, area, upSet);
                break;
        }
        return sheet;
    }
}
