using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Reports.Delivery;

/// <summary>Every chart of a report as a still picture that mail programs show.</summary>
internal static class ChartFiles
{
    /// <summary>The end of the folder's name.</summary>
    public const string Folder = ".charts";

    private const string Png = "image/png";

    public static IReadOnlyList<string> Write(NotebookReport report, string folder) => NumberedFolder.Write(
        folder, "png", [.. report.Bundles.SelectMany(Pictures)], picture => picture.Title, (picture, stream) => stream.Write(picture.Paint()));

    private static IEnumerable<(string Title, Func<byte[]> Paint)> Pictures(MimeBundle bundle)
    {
        if (bundle[Png] is { } png)
            return [("picture", () => Convert.FromBase64String(png.ReplaceLineEndings("")))];
        return StillPicture.FindAll(bundle).Where(ChartPicture.IsOurs).Select(svg => (ChartPicture.TitleOf(svg), (Func<byte[]>)(() => ChartPicture.ToPng(svg))));
    }
}
