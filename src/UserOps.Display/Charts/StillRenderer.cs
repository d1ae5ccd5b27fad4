namespace UserOps.Display.Charts;

internal static class StillRenderer
{
    public static string ToSvg(Chart chart, int width) => chart.Title + width;

    public static byte[] ToPng(Chart chart, int width) => new byte[chart.Height * width];
}
