using UserOps.Data;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Runs;

/// <summary>Watches the data of a run, so that numbers of two exports never pass for those of one.</summary>
/// <param name="exports">The files and folders that the notebooks read.</param>
public sealed class ReplacedFiles(IEnumerable<string> exports)
{
    private readonly List<ExportStamp> _before = [.. exports.Distinct(StringComparer.Ordinal).Select(ExportStamp.Of)];

    /// <summary>The files of which two notebooks saw nothing in common, and those that are different now.</summary>
    public IReadOnlyList<string> Find(IReadOnlyList<NotebookReport> reports)
    {
        DataFile[] opened = [.. reports.SelectMany(FilesOf).Distinct()];
        var between = reports.GroupBy(DataParameter, StringComparer.Ordinal).SelectMany(SeenDifferently);
        return [.. between.Concat(_before.SelectMany(stamp => stamp.Replaced(opened))).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What to say of them.</summary>
    public static string Sentence(IReadOnlyList<string> files, Language language = Language.English) => Words.In(language).Export.Replaced(files);

    private static IEnumerable<string> SeenDifferently(IEnumerable<NotebookReport> ofOneExport)
    {
        var seen = ofOneExport.SelectMany(report => FilesOf(report).GroupBy(file => file.Name, file => file.Hash, StringComparer.Ordinal));
        return seen.GroupBy(file => file.Key, StringComparer.Ordinal)
            .Where(file => file.Skip(1).Any(hashes => !hashes.Intersect(file.First()).Any())).Select(file => file.Key);
    }

    private static IReadOnlyList<DataFile> FilesOf(NotebookReport report) => report.Data?.Files ?? [];

    private static string DataParameter(NotebookReport report) =>
        report.Run.Parameters.FirstOrDefault(parameter => parameter.Name == "data")?.Value as string ?? "";
}
