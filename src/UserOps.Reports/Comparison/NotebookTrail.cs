using UserOps.Reports.Languages;
using UserOps.Reports.Metrics;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>One run of a notebook on its trail.</summary>
/// <param name="Run">The run.</param>
/// <param name="Path">Its metrics file.</param>
/// <param name="Recorded">What that says.</param>
public sealed record TrailPoint(FinishedRun Run, string Path, RecordedMetrics Recorded)
{
    /// <summary>The run with its evidence.</summary>
    /// <param name="language">The language in which the run is named.</param>
    /// <exception cref="UserOpsException">The evidence is damaged or of a later version.</exception>
    public RecordedReport Read(Language language = Language.English) => RecordedReport.Of(Recorded, Path, Words.In(language).Comparison.RunOf(Run.Record.Started));

    /// <summary>The last day in the data as <c>yyyy-MM-dd</c>, or the day of the run.</summary>
    public string Day => Pages.DataText.IsoDay(Recorded.Data) ?? Run.Record.Started.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The runs of one notebook in the order in which they began; of several on the same data the last.</summary>
/// <param name="Points">The runs.</param>
/// <param name="Problems">Metrics files that could not be read, and why.</param>
public sealed record NotebookTrail(IReadOnlyList<TrailPoint> Points, IReadOnlyList<string> Problems)
{
    private const int Longest = 60;

    /// <summary>What the notebook was called when it was last run; null where it had the same name.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Follows a notebook by its name; where no run knows the name, by its code, which a renaming leaves as it was.</summary>
    public static NotebookTrail Of(IReadOnlyList<FinishedRun> runs, string notebook, string? code)
    {
        var named = Follow(runs, notebook);
        if (named.Points.Count > 0 || named.Problems.Count > 0 || code is null || runs.Count == 0)
            return named;
        foreach (string other in runs.Reverse().SelectMany(run => run.Record.Notebooks.Select(record => record.Name)).Distinct(StringComparer.Ordinal))
            if (Follow(runs, other) is { Points.Count: > 0 } trail && trail.Points[^1].Recorded.Code == code)
                return trail with { RenamedFrom = other };
        return named;
    }

    /// <summary>The values of each metric over the runs that ask the same question as <paramref name="current"/>, which comes last.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> LinesWith(RecordedMetrics current)
    {
        RecordedMetrics[] alike =
        [
            .. Points.Select(point => point.Recorded).Where(recorded => recorded.Data?.Hash != current.Data?.Hash && MethodChanges.Between(recorded, current, EnglishComparison.All).Count == 0), current,
        ];
        return current.Metrics.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<double>)[.. alike.Select(recorded => recorded.Metrics.GetValueOrDefault(pair.Key)).Where(metric => metric is not null && MethodChanges.Between(metric, pair.Value, EnglishComparison.All) is null).Select(metric => metric!.Value)],
            StringComparer.Ordinal);
    }

    private static NotebookTrail Follow(IReadOnlyList<FinishedRun> runs, string notebook)
    {
        List<string> problems = [];
        List<TrailPoint> points = [];
        foreach (var run in runs.TakeLast(Longest))
            if (run.MetricsOf(notebook) is { } path && TryRead(path, problems) is { } recorded)
            {
                points.RemoveAll(point => recorded.Data is not null && point.Recorded.Data?.Hash == recorded.Data.Hash);
                points.Add(new(run, path, recorded));
            }
        return new(points, problems);
    }

    private static RecordedMetrics? TryRead(string path, List<string> problems)
    {
        try
        {
            return MetricsReader.Read(path);
        }
        catch (UserOpsException problem)
        {
            problems.Add(problem.Message);
            return null;
        }
    }
}
