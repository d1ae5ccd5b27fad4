namespace UserOps.Display.Charts;

internal static class PlotlyRenderer
{
    public static string ToJson(Chart chart) => chart.Title;
}
