namespace UserOps.Reports.Delivery;

/// <summary>Writes what was asked for besides the page of a report; each file appears whole or not at all.</summary>
public static class Deliveries
{
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
        foreach (var format in Enum.GetValues<DeliveryFormat>().Except(formats))
            Remove(stem, format);
        foreach (var format in formats.Distinct().Order())
            files.AddRange(format == DeliveryFormat.Pdf ? [await PdfFile.WriteAsync(page, stem + ".pdf", cancellation)] : Write(report, stem, format));
        return files;
    }

    private static void Remove(string stem, DeliveryFormat format)
    {
        if (format == DeliveryFormat.Csv)
            NumberedFolder.Clear(stem + TableFiles.Folder, "csv");
        else if (format == DeliveryFormat.Png)
            NumberedFolder.Clear(stem + ChartFiles.Folder, "png");
        else
            AtomicFile.Delete($"{stem}.{format.ToString().ToLowerInvariant()}");
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
