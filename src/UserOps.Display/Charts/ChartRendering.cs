namespace UserOps.Display.Charts;

internal static class ChartRendering
{
    public static MimeBundle Render(Chart chart) => MimeBundle.Of(chart.Title);
}
