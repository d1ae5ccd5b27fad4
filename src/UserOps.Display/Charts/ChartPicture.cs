namespace UserOps.Display.Charts;

/// <summary>Still pictures that charts wrote as SVG, read back for places that show none, such as mail programs.</summary>
public static class ChartPicture
{
    // Sharp on screens with twice as many dots.
    private const int Scale = 2;

    /// <summary>Whether a chart wrote the document; others may hold anything.</summary>
    public static bool IsOurs(string svg) => SvgReader.CanRead(svg);

    /// <summary>The title of the chart that wrote the document.</summary>
    public static string TitleOf(string svg) => SvgReader.Read(svg).Title;

    /// <summary>The picture as PNG, with twice as many dots each way.</summary>
    /// <exception cref="FormatException">No chart wrote the document.</exception>
    public static byte[] ToPng(string svg) => PngWriter.Write(SvgReader.Read(svg), Scale);
}
