using System.Globalization;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>Words for the data that a report rests on.</summary>
internal static class DataText
{
    /// <summary>The last day of the data; the day of a report is never the clock's. Null without dates.</summary>
    public static string? AsOf(NotebookReport report) => report.Data?.LastDay() is { } day ? report.Words.Day(day) : null;

    /// <summary>The last day of the data as <c>yyyy-MM-dd</c>; null without dates.</summary>
    public static string? IsoDay(DataIdentity? data) => data?.LastDay()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What was opened: the parameter <c>data</c> where the notebook has one, else the files; null where nothing was.</summary>
    public static string? Source(NotebookReport report)
    {
        if (report.Run.Parameters.FirstOrDefault(parameter => parameter.Name == "data")?.Value is string path)
            return PathText.LastPart(path);
        return report.Data?.Files switch
        {
            null or [] => null,
            { Count: <= 3 } files => string.Join(", ", files.Select(file => file.Name)),
            var files => report.Words.AndMore(files[0].Name, files.Count - 1),
        };
    }

    /// <summary>Files, rows, time range and hash on one line.</summary>
    public static string Summary(DataIdentity data, Words words) => string.Join(" · ", new[]
    {
        words.Files(data.Files.Count),
        words.Rows(data.Rows()),
        Range(data, words),
        words.Hash(ShortHash(data.Hash)),
    }.Where(part => part.Length > 0));

    public static string ShortHash(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Range(DataIdentity data, Words words) => data.FirstDay() is { } first && data.LastDay() is { } last
        ? words.Between(words.Day(first), words.Day(last))
        : "";
}
