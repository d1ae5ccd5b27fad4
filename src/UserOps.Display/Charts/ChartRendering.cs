namespace UserOps.Display.Charts;

internal static class ChartRendering
{
    public static MimeBundle Render(Chart chart) => MimeBundle.Of(chart.Title, Html.Style + Figure(chart));

    public static string Figure(Chart chart) => $"<figure class=\"userops-chart\"><figcaption><strong>{Html.EncodeLines(chart.Title)}</strong></figcaption></figure>";
}
