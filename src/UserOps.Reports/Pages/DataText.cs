using System.Globalization;
using UserOps.Display;

namespace UserOps.Reports.Pages;

/// <summary>Words for the data that a report rests on.</summary>
internal static class DataText
{
    /// <summary>The last day of the data; the day of a report is never the clock's. Null without dates.</summary>
    public static string? AsOf(DataIdentity? data) =>
        data?.LastDay() is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}") : null;

    /// <summary>What was opened: the parameter <c>data</c> where the notebook has one, else the files; null where nothing was.</summary>
    public static string? Source(NotebookReport report)
    {
        if (report.Run.Parameters.FirstOrDefault(parameter => parameter.Name == "data")?.Value is string path)
            return PathText.LastPart(path);
        return report.Data?.Files switch
        {
            null or [] => null,
            { Count: <= 3 } files => string.Join(", ", files.Select(file => file.Name)),
            var files => $"{files[0].Name} and {files.Count - 1} more",
        };
    }

    /// <summary>Files, rows, time range and hash on one line.</summary>
    public static string Summary(DataIdentity data) => string.Join(" · ", new[]
    {
        data.Files.Count == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{data.Files.Count} files"),
        string.Create(CultureInfo.InvariantCulture, $"{data.Rows():N0} rows"),
        Range(data),
        $"hash {ShortHash(data.Hash)}",
    }.Where(part => part.Length > 0));

    public static string ShortHash(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Range(DataIdentity data) => data.FirstDay() is { } first && data.LastDay() is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}")
        : "";
}
