namespace UserOps.Reports.Delivery;

/// <summary>Writes what was asked for besides the page of a report; each file appears whole or not at all.</summary>
public static class Deliveries
{
    /// <summary>Writes the files beside the page of a report, which must be there already.</summary>
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
        return files;
    }

    private static IReadOnlyList<string> Write(NotebookReport report, string stem, DeliveryFormat format) => format switch
    {
        DeliveryFormat.Xlsx => [Workbook.Write(report, stem + ".xlsx")],
        DeliveryFormat.Csv => TableFiles.Write(report, stem + ".tables"),
        DeliveryFormat.Md => [SummaryText.Save(report, stem + ".md")],
        DeliveryFormat.Png => ChartFiles.Write(report, stem + ".charts"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format is not written here."),
    };
}
