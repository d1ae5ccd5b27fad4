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

    /// <summary>How its notebooks ended, also those without numbers; empty where nothing says it.</summary>
    private IReadOnlyList<NotebookRecord> Notebooks { get; init; } = [];

    /// <summary>Reads a run.</summary>
    /// <exception cref="UserOpsException">There is no such run, or a file is damaged or of a later version.</exception>
    public static RecordedRun Open(string path)
    {
        if (File.Exists(path))
            return new(path, [RecordedReport.Read(path, $"'{Path.GetFileName(path)}'")]) { IsFile = true };
        if (!Directory.Exists(path))
            throw new UserOpsException($"There is no run at '{path}'. Name the folder of a run (such as reports/runs/20240603T081500Z-4c1a), a folder of reports, or a metrics file.");
        return RunHistory.In(path) is { } run ? InFolder(run)
            : RunHistory.Of(path).Finished is [.., var newest] ? InFolder(newest)
            : InFolder(path, Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)));
    }

    /// <summary>Reads a finished run, named by when it began.</summary>
    /// <param name="run">The run.</param>
    /// <param name="language">The language in which it is named.</param>
    /// <exception cref="UserOpsException">No notebook of it ended well, or a file is damaged or of a later version.</exception>
    public static RecordedRun Of(FinishedRun run, Language language = Language.English)
    {
        string name = Words.In(language).Comparison.RunOf(run.Record.Started);
        return new(name, ReportsIn(run.Folder, name)) { Notebooks = run.Record.Notebooks };
    }

    /// <summary>The newest run of a folder of reports, and the newest before it that rests on other data.</summary>
    /// <exception cref="UserOpsException">The folder has no two such runs.</exception>
    public static (RecordedRun Old, RecordedRun New) LastTwo(string reports)
    {
        var runs = RunHistory.Of(reports).Finished;
        var before = runs.Count == 0 ? null : runs.SkipLast(1).LastOrDefault(run => run.Record.Data?.Hash != runs[^1].Record.Data?.Hash);
        return before is not null
            ? (InFolder(before), InFolder(runs[^1]))
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
                found.Add(ReportComparison.Of(before, report, language) with { IsOfChosenRuns = true });
                if (before.Recorded.Notebook != report.Recorded.Notebook)
                    remarks.Add(words.CalledOtherwise(report.Recorded.Notebook, before.Recorded.Notebook, old.Name));
            }
            else
            {
                remarks.Add(Without(report, old, words.NotUnderAnyName, words));
            }
        remarks.AddRange(old.Reports.Where(report => !matched.Contains(report)).Select(report => Without(report, current, words.NotIn, words)));
        return (found, remarks);
    }

    /// <summary>Why a run has no numbers of a notebook: it failed there, or it was no part of it.</summary>
    private static string Without(RecordedReport report, RecordedRun run, Func<string, string, string> notThere, ComparisonWords words) =>
        run.Notebooks.FirstOrDefault(notebook => notebook.Name == report.Recorded.Notebook && notebook.Status != NotebookStatus.Ok) is { } known ? words.NoNumbersIn(known, run.Name) : notThere(report.Recorded.Notebook, run.Name);

    /// <summary>The same notebook by its name, else by its code; two single files are compared whatever they are called.</summary>
    private static RecordedReport? Match(RecordedRun old, RecordedReport report, bool areFiles) =>
        old.Reports.FirstOrDefault(one => one.Recorded.Notebook == report.Recorded.Notebook)
        ?? old.Reports.FirstOrDefault(one => one.Recorded.Code is { } code && code == report.Recorded.Code)
        ?? (areFiles ? old.Reports[0] : null);

    private static RecordedRun InFolder(FinishedRun run) => InFolder(run.Folder, run.Id) with { Notebooks = run.Record.Notebooks };

    private static RecordedRun InFolder(string folder, string name) => new(name, ReportsIn(folder, $"run {name}"));

    private static RecordedReport[] ReportsIn(string folder, string source)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.Select(file => RecordedReport.Read(file, source))]
            : throw new UserOpsException($"'{folder}' holds no metrics files (*.metrics.json): no notebook of it ended well, or it is no folder of reports.");
    }
}
