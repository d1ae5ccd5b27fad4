using UserOps.Differences;
using UserOps.Reports.Languages;
using UserOps.Reports.Metrics;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>The earlier runs of a folder of reports, against which new reports are held.</summary>
/// <example><code>
/// var past = PastReports.Of("reports");
/// past.Compare(report);          // before its page is written
/// </code></example>
public sealed class PastReports
{
    private readonly RunHistory _history;
    private readonly RunSalt _salt;

    private PastReports(RunHistory history, RunSalt salt) => (_history, _salt) = (history, salt);

    /// <summary>Reads which runs there are.</summary>
    /// <param name="reports">The folder that reports are delivered into.</param>
    /// <exception cref="UserOpsException">The folder cannot be read or written.</exception>
    public static PastReports Of(string reports) => new(RunHistory.Of(reports), RunSalt.Of(reports));

    /// <summary>Gives a report its comparison with the run before, and the evidence that the next run is compared with. A run on the same data is passed over: it is the same week again.</summary>
    public void Compare(NotebookReport report)
    {
        if (!report.Succeeded || report.Metrics.Count == 0)
            return;
        var evidence = Keep(report.Evidence);
        report.EvidenceFile = evidence.ByMetric.Count > 0 ? EvidenceFile.Write(evidence) : null;
        var recorded = MetricsReader.Parse(MetricsFile.Write(report), report.Name);
        report.Since = Since(new(report.Words.Comparison.ThisRun, recorded, evidence), report.Language) is { } since ? since with { Comparison = InOrder(since.Comparison, report) } : null;
    }

    /// <summary>Users under their keyed hashes; notebooks that run side by side take turns.</summary>
    private KeptEvidence Keep(IReadOnlyDictionary<string, UserEvidence> evidence)
    {
        lock (_salt)
            return new(_salt.Name, evidence.ToDictionary(pair => pair.Key, pair => pair.Value with { Influence = pair.Value.Influence?.Rehash(_salt.Hash) }, StringComparer.Ordinal));
    }

    /// <summary>The changes in the order in which the report names its numbers.</summary>
    private static ReportComparison? InOrder(ReportComparison? comparison, NotebookReport report)
    {
        var places = report.Metrics.Select((metric, place) => (metric.Name, place)).ToDictionary(StringComparer.Ordinal);
        return comparison is null ? null : comparison with { Changes = [.. comparison.Changes.OrderBy(change => places.GetValueOrDefault(change.Name, int.MaxValue))] };
    }

    private SinceLastTime? Since(RecordedReport current, Language language)
    {
        var trail = NotebookTrail.Of(_history.Finished, current.Recorded.Notebook, current.Recorded.Code);
        var before = trail.Points.LastOrDefault(point => point.Recorded.Data?.Hash != current.Recorded.Data?.Hash);
        if (before is null)
            return trail.Problems.Count == 0 ? null : new(null, null, trail.Problems, trail.LinesWith(current.Recorded));
        try
        {
            return new(ReportComparison.Of(before.Read(language), current, language), trail.RenamedFrom, trail.Problems, trail.LinesWith(current.Recorded));
        }
        catch (UserOpsException problem)
        {
            return new(null, trail.RenamedFrom, [.. trail.Problems, problem.Message], trail.LinesWith(current.Recorded));
        }
    }
}

/// <summary>A report beside the ones before it.</summary>
/// <param name="Comparison">Every metric against the run before; null where that cannot be read.</param>
/// <param name="RenamedFrom">What the notebook was called then; null where it had the same name.</param>
/// <param name="Problems">Runs that could not be read, and why.</param>
/// <param name="Lines">The values of each metric over comparable runs, this one last.</param>
internal sealed record SinceLastTime(
    ReportComparison? Comparison, string? RenamedFrom, IReadOnlyList<string> Problems, IReadOnlyDictionary<string, IReadOnlyList<double>> Lines);
