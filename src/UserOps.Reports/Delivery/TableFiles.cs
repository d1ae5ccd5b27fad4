using System.Text;
using UserOps.Display;

namespace UserOps.Reports.Delivery;

/// <summary>Every table of a report as a CSV file that Excel opens.</summary>
internal static class TableFiles
{
    /// <summary>The end of the folder's name.</summary>
    public const string Folder = ".tables";

    public static IReadOnlyList<string> Write(NotebookReport report, string folder) =>
        NumberedFolder.Write(folder, "csv", ReportTables.Of(report), delivered => delivered.Table.Title, Write);

    private static void Write(DeliveredTable delivered, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        delivered.Table.WriteCsv(writer);
    }
}
