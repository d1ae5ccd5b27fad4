namespace UserOps.Reports.Delivery;

/// <summary>Writes what was asked for besides the page of a report; each file appears whole or not at all.</summary>
public static class Deliveries
{
    private static readonly string[] Extensions = [".xlsx", ".md", ".pdf"];

    /// <summary>Writes the files beside the page of a report, which must be there already; those of an earlier run that nobody asked for now go, since they would belong to another page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="page">Its page; the files are named after it.</param>
    /// <param name="formats">What to write.</param>
    /// <param name="cancellation">Stops the printing of a PDF.</param>
    /// <returns>The paths of the files, in the order of <see cref="DeliveryFormat"/>.</returns>
    /// <exception cref="UserOpsException">A file cannot be written, or there is no browser that could print.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(NotebookReport report, string page, IReadOnlyCollection<DeliveryFormat> formats, CancellationToken cancellation = default)
    {
        string stem = Path.ChangeExtension(page, null);
        List<string> files = [];
        foreach (var format in formats.Distinct().Order())
            files.AddRange(format == DeliveryFormat.Pdf ? [await PdfFile.WriteAsync(page, stem + ".pdf", cancellation)] : Write(report, stem, format));
        RemoveOthers(stem, files);
        return files;
    }

    /// <summary>Copies the files beside one page to beside another of the same name; what nobody asked for now goes there too.</summary>
    /// <exception cref="UserOpsException">A file cannot be written.</exception>
    internal static void Copy(IReadOnlyList<string> files, string page, string newest)
    {
        List<string> copies = [];
        foreach (string file in files)
        {
            string copy = Path.Combine(Path.GetDirectoryName(newest)!, Path.GetRelativePath(Path.GetDirectoryName(page)!, file));
            AtomicFile.MakeFolder(Path.GetDirectoryName(copy)!);
            AtomicFile.Copy(file, copy);
            copies.Add(copy);
        }
        RemoveOthers(Path.ChangeExtension(newest, null), copies);
    }

    private static void RemoveOthers(string stem, IReadOnlyCollection<string> kept)
    {
        foreach (string file in Extensions.Select(extension => stem + extension).Except(kept, StringComparer.Ordinal))
            AtomicFile.Delete(file);
        NumberedFolder.RemoveOthers(stem + TableFiles.Folder, "csv", kept);
        NumberedFolder.RemoveOthers(stem + ChartFiles.Folder, "png", kept);
    }

    private static IReadOnlyList<string> Write(NotebookReport report, string stem, DeliveryFormat format) => format switch
    {
        DeliveryFormat.Xlsx => [Workbook.Write(report, stem + ".xlsx")],
        DeliveryFormat.Csv => TableFiles.Write(report, stem + TableFiles.Folder),
        DeliveryFormat.Md => [SummaryText.Save(report, stem + ".md")],
        DeliveryFormat.Png => ChartFiles.Write(report, stem + ChartFiles.Folder),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format is not written here."),
    };
}
