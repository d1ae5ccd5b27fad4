namespace UserOps.Reports.Runs;

/// <summary>The runs that a folder of reports keeps under <c>runs</c>.</summary>
/// <param name="Finished">The runs that ended, in the order in which they began.</param>
/// <param name="Others">Folders of runs that did not end, or that this program cannot read, and why.</param>
/// <example><code>
/// foreach (var run in RunHistory.Of("reports").Finished)
///     Console.WriteLine($"{run.Id} {run.MetricsOf("03-core-path")}");
/// </code></example>
public sealed record RunHistory(IReadOnlyList<FinishedRun> Finished, IReadOnlyList<UnusableRun> Others)
{
    internal const string FolderName = "runs", RecordName = "run.json", ProfileName = "data.json";

    /// <summary>Reads what is there; nothing where the folder holds no runs.</summary>
    /// <param name="reports">The folder that reports are delivered into.</param>
    public static RunHistory Of(string reports)
    {
        List<FinishedRun> finished = [];
        List<UnusableRun> others = [];
        foreach (string folder in FoldersIn(Path.Combine(reports, FolderName)))
            Sort(folder, finished, others);
        return new([.. finished.OrderBy(run => run.Record.Started).ThenBy(run => run.Id, StringComparer.Ordinal)], others);
    }

    /// <summary>The finished run that a folder holds; null where it holds none.</summary>
    /// <param name="folder">The folder of a run.</param>
    public static FinishedRun? In(string folder)
    {
        List<FinishedRun> finished = [];
        Sort(folder, finished, []);
        return finished.FirstOrDefault();
    }

    private static string[] FoldersIn(string runs) =>
        Directory.Exists(runs) ? [.. Directory.GetDirectories(runs).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal)] : [];

    private static void Sort(string folder, List<FinishedRun> finished, List<UnusableRun> others)
    {
        try
        {
            var record = RunJson.Read(File.ReadAllText(Path.Combine(folder, RecordName)));
            if (record.Status == RunStatus.Done)
                finished.Add(new(folder, record));
            else
                others.Add(new(folder, Reason(record), record));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            others.Add(new(folder, problem is FileNotFoundException ? "it holds no run.json" : problem.Message, null));
        }
    }

    /// <summary>Why nothing is read from a run, as the end of a sentence.</summary>
    internal static string Reason(RunRecord record) => record.Status switch
    {
        RunStatus.Running => FormattableString.Invariant($"it began at {record.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC in process {record.Process} and has not ended"),
        RunStatus.Abandoned => FormattableString.Invariant($"it began at {record.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC in process {record.Process}, which ended in the middle of it"),
        _ => "it was stopped",
    };
}

/// <summary>A folder of a run that nothing is to be read from.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
/// <param name="Record">What it says of itself; null where that cannot be read.</param>
public sealed record UnusableRun(string Folder, string Reason, RunRecord? Record);
