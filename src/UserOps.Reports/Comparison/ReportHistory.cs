using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Reports.Languages;
using UserOps.Reports.Metrics;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>One metric of one notebook over the runs of a folder.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Metric">The metric as the newest run has it.</param>
/// <param name="Entries">The runs that have it, in order.</param>
public sealed record MetricHistory(string Notebook, Metric Metric, IReadOnlyList<HistoryEntry> Entries)
{
    /// <summary>The title of the notebook as the newest run has it.</summary>
    public string? Title { get; init; }

    internal Words Words { get; init; } = EnglishWords.All;

    /// <summary>The history as a table, a row a run.</summary>
    public Table ToTable()
    {
        var words = Words.Comparison;
        return new(
            $"{Words.LabelOf(Metric)} ({Metric.Name})",
            [Text(words.Run), Text(words.DataUpTo), Text(Words.Value), Text(Words.Interval), Text(words.ChangeSinceBefore), Text(words.ChangeInterval), Text(words.VerdictHeading), Text(words.Remark)],
            Entries.Select(entry => (object?[])
            [
                entry.Run, entry.Day, Words.FormatOf(entry.Metric).Write(entry.Metric.Value), entry.Metric.Interval?.Write(Words.FormatOf(entry.Metric)),
                .. entry.Change is { } change ? [ChangeText.Of(change, Words), ChangeText.IntervalOf(change, Words), words.Verdict(change), ChangeText.Remark(change, Words)] : (object?[])[null, null, null, null],
            ]),
            $"{Notebook} · {words.LastOnSameData}");
    }

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
    /// <summary>How many finished runs the folder keeps.</summary>
    public int Runs { get; private init; }

    internal Words Words { get; private init; } = EnglishWords.All;

    /// <summary>Reads the runs of a folder.</summary>
    /// <param name="reports">The folder that reports are delivered into.</param>
    /// <param name="language">The language of what is said of the changes.</param>
    /// <exception cref="UserOpsException">The folder has no finished run.</exception>
    public static ReportHistory Of(string reports, Language language = Language.English)
    {
        var runs = RunHistory.Of(reports);
        if (runs.Finished.Count == 0)
            throw new UserOpsException($"'{reports}' keeps no finished run. Run 'userops report --out {reports}' first.");
        var names = runs.Finished.SelectMany(run => run.Record.Notebooks).Select(notebook => notebook.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var trails = names.Select(name => NotebookTrail.Of(runs.Finished, name, null)).ToList();
        List<string> problems = [.. runs.Others.Select(other => $"{Path.GetFileName(other.Folder)}: {other.Reason}."), .. trails.SelectMany(trail => trail.Problems)];
        return new([.. trails.SelectMany(trail => Follow(trail, language, problems))], problems) { Runs = runs.Finished.Count, Words = Words.In(language) };
    }

    private static IEnumerable<MetricHistory> Follow(NotebookTrail trail, Language language, List<string> problems)
    {
        if (trail.Points.Count == 0)
            return [];
        RecordedReport?[] reports = [.. trail.Points.Select(point => Read(point, language, problems))];
        ReportComparison?[] comparisons = [null, .. reports.Zip(reports.Skip(1), (before, after) => before is null || after is null ? null : ReportComparison.Of(before, after, language))];
        return trail.Points[^1].Recorded.Metrics.Values.Select(metric => new MetricHistory(trail.Points[^1].Recorded.Notebook, metric,
        [
            .. trail.Points.Select((point, i) => point.Recorded.Metrics.GetValueOrDefault(metric.Name) is { } found ? new HistoryEntry(point.Run.Id, point.Day, found, ChangeIn(comparisons[i], metric)) : null)
                .OfType<HistoryEntry>(),
        ])
        { Title = trail.Points[^1].Run[trail.Points[^1].Recorded.Notebook]?.Title, Words = Words.In(language) });
    }

    private static MetricChange? ChangeIn(ReportComparison? comparison, Metric metric) => comparison?[metric.Name] is { Old: not null } change ? change : null;

    private static RecordedReport? Read(TrailPoint point, Language language, List<string> problems)
    {
        try
        {
            return point.Read(language);
        }
        catch (UserOpsException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }
}
