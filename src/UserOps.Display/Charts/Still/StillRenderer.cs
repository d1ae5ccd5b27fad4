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
        Action draw = chart switch
        {
            LineChart line => () => LineStill.Draw(sheet, area, line),
            BarChart bar => () => BarStill.Draw(sheet, area, bar),
            WaterfallChart waterfall => () => BarStill.Draw(sheet, area, waterfall),
            HeatMap map => () => HeatMapStill.Draw(sheet, area, map),
            FunnelChart funnel => () => FunnelStill.Draw(sheet, area, funnel),
            SankeyChart sankey => () => SankeyStill.Draw(sheet, area, sankey),
            UpSetChart upSet => () => UpSetStill.Draw(sheet, area, upSet),
            _ => throw new NotSupportedException($"There is no still picture of a {chart.GetType().Name}."),
        };
        draw();
        return sheet;
    }
}
