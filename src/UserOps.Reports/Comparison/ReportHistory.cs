using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Reports.Metrics;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>One metric of one notebook over the runs of a folder.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Metric">The metric as the newest run has it.</param>
/// <param name="Entries">The runs that have it, in order.</param>
public sealed record MetricHistory(string Notebook, Metric Metric, IReadOnlyList<HistoryEntry> Entries)
{
    /// <summary>The history as a table, a row a run.</summary>
    public Table ToTable() => new(
        $"{Metric.Label ?? Metric.Name} ({Metric.Name})",
        [Text("Run"), Text("Data up to"), Text("Value"), Text("Interval"), Text("Change since the run before"), Text("95 % interval of the change"), Text("Verdict"), Text("Remark")],
        Entries.Select(entry => (object?[])
        [
            entry.Run, entry.Day, entry.Metric.Format.Write(entry.Metric.Value), entry.Metric.Interval?.Write(entry.Metric.Format),
            entry.Change is { } change ? ChangeText.Of(change) : null, entry.Change is { } sure ? ChangeText.IntervalOf(sure) : null,
            entry.Change is { } judged ? ChangeText.Verdict(judged) : null, entry.Change is { } remarked ? ChangeText.Remark(remarked) : null,
        ]),
        $"{Notebook} · of runs on the same data the last");

    /// <summary>The history for programs.</summary>
    public JsonObject ToJson() => SortedJson.Object(
        ("notebook", Notebook), ("metric", Metric.Name), ("label", Metric.Label), ("unit", Metric.Unit),
        ("runs", new JsonArray([.. Entries.Select(entry => entry.ToJson())])));

    private static TableColumn Text(string name) => new(name, Format.Text);
}

/// <summary>A metric in one run.</summary>
/// <param name="Run">The name of the run.</param>
/// <param name="Day">The last day in the data.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Change">Its change since the run before; null in the first run.</param>
public sealed record HistoryEntry(string Run, string Day, Metric Metric, MetricChange? Change)
{
    /// <summary>Whether the run before asked the same question.</summary>
    public bool ContinuesLine => Change is { Verdict: not Verdict.NotComparable };

    internal JsonObject ToJson() => SortedJson.Present(
        ("run", Run), ("asOf", Day), ("value", Metric.Value), ("change", Change is { } change ? ComparisonJson.Of(change) : null));
}

/// <summary>The history of every metric that a folder of reports has.</summary>
/// <param name="Metrics">The metrics, by notebook and in the order of their names.</param>
/// <param name="Problems">Runs and files that could not be read, and why.</param>
public sealed record ReportHistory(IReadOnlyList<MetricHistory> Metrics, IReadOnlyList<string> Problems)
{
    /// <summary>Reads the runs of a folder.</summary>
    /// <param name="reports">The folder that reports are delivered into.</param>
    /// <exception cref="UserOpsException">The folder has no finished run.</exception>
    public static ReportHistory Of(string reports)
    {
        var runs = RunHistory.Of(reports);
        if (runs.Finished.Count == 0)
            throw new UserOpsException($"'{reports}' keeps no finished run. Run 'userops report --out {reports}' first.");
        var trails = runs.Finished[^1].Record.Notebooks.Select(notebook => NotebookTrail.Of(runs.Finished, notebook.Name, null)).ToList();
        List<string> problems = [.. runs.Others.Select(other => $"{Path.GetFileName(other.Folder)}: {other.Reason}."), .. trails.SelectMany(trail => trail.Problems)];
        return new([.. trails.SelectMany(trail => Follow(trail, problems))], problems);
    }

    private static IEnumerable<MetricHistory> Follow(NotebookTrail trail, List<string> problems)
    {
        if (trail.Points.Count == 0)
            return [];
        var comparisons = trail.Points.Zip(trail.Points.Skip(1), (before, after) => Compare(before, after, problems)).Prepend(null).ToList();
        return trail.Points[^1].Recorded.Metrics.Values.Select(metric => new MetricHistory(trail.Points[^1].Recorded.Notebook, metric,
        [
            .. trail.Points.Select((point, i) => point.Recorded.Metrics.GetValueOrDefault(metric.Name) is { } found ? new HistoryEntry(point.Run.Id, point.Day, found, ChangeIn(comparisons[i], metric)) : null)
                .OfType<HistoryEntry>(),
        ]));
    }

    private static MetricChange? ChangeIn(ReportComparison? comparison, Metric metric) => comparison?[metric.Name] is { Old: not null } change ? change : null;

    private static ReportComparison? Compare(TrailPoint before, TrailPoint after, List<string> problems)
    {
        try
        {
            return ReportComparison.Of(before.Read(), after.Read());
        }
        catch (UserOpsException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }
}
