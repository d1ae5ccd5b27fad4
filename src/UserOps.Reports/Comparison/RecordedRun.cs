using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>A run as somebody names it: the folder of a run, a folder of reports (its newest run), or a metrics file.</summary>
/// <param name="Name">How a reader should see it.</param>
/// <param name="Reports">What it found out, by notebook.</param>
public sealed record RecordedRun(string Name, IReadOnlyList<RecordedReport> Reports)
{
    private const string Pattern = "*.metrics.json";

    /// <summary>Whether somebody named a single file.</summary>
    private bool IsFile { get; init; }

    /// <summary>Reads a run.</summary>
    /// <exception cref="UserOpsException">There is no such run, or a file is damaged or of a later version.</exception>
    public static RecordedRun Open(string path)
    {
        if (File.Exists(path))
            return new(path, [RecordedReport.Read(path, $"'{Path.GetFileName(path)}'")]) { IsFile = true };
        if (!Directory.Exists(path))
            throw new UserOpsException($"There is no run at '{path}'. Name the folder of a run (such as reports/runs/20240603T081500Z-4c1a), a folder of reports, or a metrics file.");
        return RunHistory.Of(path).Finished is [.., var newest] && !HoldsRun(path) ? InFolder(newest.Folder, newest.Id) : InFolder(path, Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)));
    }

    /// <summary>Reads a finished run, named by when it began.</summary>
    /// <param name="run">The run.</param>
    /// <param name="language">The language in which it is named.</param>
    /// <exception cref="UserOpsException">No notebook of it ended well, or a file is damaged or of a later version.</exception>
    public static RecordedRun Of(FinishedRun run, Language language = Language.English)
    {
        string name = Words.In(language).Comparison.RunOf(run.Record.Started);
        return new(name, ReportsIn(run.Folder, name));
    }

    /// <summary>The newest run of a folder of reports, and the newest before it that rests on other data.</summary>
    /// <exception cref="UserOpsException">The folder has no two such runs.</exception>
    public static (RecordedRun Old, RecordedRun New) LastTwo(string reports)
    {
        var runs = RunHistory.Of(reports).Finished;
        var before = runs.Count == 0 ? null : runs.SkipLast(1).LastOrDefault(run => run.Record.Data?.Hash != runs[^1].Record.Data?.Hash);
        return before is not null
            ? (InFolder(before.Folder, before.Id), InFolder(runs[^1].Folder, runs[^1].Id))
            : throw new UserOpsException($"'{reports}' has no two runs on different data ({runs.Count} finished {(runs.Count == 1 ? "run" : "runs")}). Name the two runs to compare, or run the report on another export.");
    }

    /// <summary>Every notebook that both runs have, compared; and in words those that only one has.</summary>
    /// <param name="old">The earlier run.</param>
    /// <param name="current">The later run.</param>
    /// <param name="language">The language of these words.</param>
    public static (IReadOnlyList<ReportComparison> Comparisons, IReadOnlyList<string> Remarks) Compare(RecordedRun old, RecordedRun current, Language language = Language.English)
    {
        var words = Words.In(language).Comparison;
        List<ReportComparison> found = [];
        List<string> remarks = [];
        HashSet<RecordedReport> matched = [];
        foreach (var report in current.Reports)
            if (Match(old, report, old.IsFile && current.IsFile) is { } before)
            {
                matched.Add(before);
                found.Add(ReportComparison.Of(before, report, language));
                if (before.Recorded.Notebook != report.Recorded.Notebook)
                    remarks.Add(words.CalledOtherwise(report.Recorded.Notebook, before.Recorded.Notebook, old.Name));
            }
            else
            {
                remarks.Add(words.NotUnderAnyName(report.Recorded.Notebook, old.Name));
            }
        remarks.AddRange(old.Reports.Where(report => !matched.Contains(report)).Select(report => words.NotIn(report.Recorded.Notebook, current.Name)));
        return (found, remarks);
    }

    /// <summary>The same notebook by its name, else by its code; two single files are compared whatever they are called.</summary>
    private static RecordedReport? Match(RecordedRun old, RecordedReport report, bool areFiles) =>
        old.Reports.FirstOrDefault(one => one.Recorded.Notebook == report.Recorded.Notebook)
        ?? old.Reports.FirstOrDefault(one => one.Recorded.Code is { } code && code == report.Recorded.Code)
        ?? (areFiles ? old.Reports[0] : null);

    private static bool HoldsRun(string folder) => File.Exists(Path.Combine(folder, RunHistory.RecordName));

    private static RecordedRun InFolder(string folder, string name) => new(name, ReportsIn(folder, $"run {name}"));

    private static RecordedReport[] ReportsIn(string folder, string source)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.Select(file => RecordedReport.Read(file, source))]
            : throw new UserOpsException($"'{folder}' holds no metrics files (*.metrics.json): no notebook of it ended well, or it is no folder of reports.");
    }
}
