using UserOps.Display;
using UserOps.Experiments.Multiplicity;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>Every metric of a notebook in two runs.</summary>
/// <param name="Old">The earlier run.</param>
/// <param name="New">The later run.</param>
/// <param name="Reasons">What makes it another question for all metrics, in whole sentences; empty where they can be compared.</param>
/// <param name="Changes">The metrics: those of the later run, then those that only the earlier one has.</param>
/// <remarks>
/// A change counts as moved when its p-value, adjusted by S. Holm (1979) over the metrics of the notebook, is below 5 %: where nothing has changed, a notebook raises any false alarm in at most one
/// comparison of twenty, however its metrics hang together. docs/methods/comparing-runs.md.
/// </remarks>
public sealed record ReportComparison(RecordedReport Old, RecordedReport New, IReadOnlyList<string> Reasons, IReadOnlyList<MetricChange> Changes)
{
    /// <summary>The confidence level of intervals; one minus it is the level of the verdicts.</summary>
    public const double Level = 0.95;

    /// <summary>The language of its reasons and drivers, and of what is written of it.</summary>
    public Language Language { get; init; }

    internal Words Words => Words.In(Language);

    /// <summary>Whether somebody chose the two runs; else a report is held against the run before it.</summary>
    public bool IsOfChosenRuns { get; init; }

    /// <summary>Whether both runs rest on the same bytes.</summary>
    public bool IsSameData => Old.Recorded.Data is { } before && before.Hash == New.Recorded.Data?.Hash;

    /// <summary>The change of a metric; null where neither run has it.</summary>
    public MetricChange? this[string metric] => Changes.FirstOrDefault(change => change.Name == metric);

    /// <summary>Compares two runs of a notebook.</summary>
    /// <param name="old">The earlier run.</param>
    /// <param name="current">The later run.</param>
    /// <param name="language">The language of reasons and drivers.</param>
    public static ReportComparison Of(RecordedReport old, RecordedReport current, Language language = Language.English)
    {
        var reasons = MethodChanges.Between(old.Recorded, current.Recorded, Words.In(language).Comparison);
        var raw = new ReportComparison(old, current, reasons, []) { Language = language };
        var names = current.Recorded.Metrics.Keys.Concat(old.Recorded.Metrics.Keys.Except(current.Recorded.Metrics.Keys, StringComparer.Ordinal));
        return raw with { Changes = raw.Judge([.. names.Select(raw.Compare)]) };
    }

    private MetricChange Compare(string name)
    {
        Metric? old = Old.Recorded.Metrics.GetValueOrDefault(name), current = New.Recorded.Metrics.GetValueOrDefault(name);
        if (old is null || current is null)
            return new(name, old, current, Verdict.NotComparable, old is null ? Words.Comparison.NotInEarlier : Words.Comparison.NotInThis);
        var measured = Measured.Of(old, Old.Evidence.ByMetric.GetValueOrDefault(name), current, New.Evidence.ByMetric.GetValueOrDefault(name), Old.Evidence.Secret == New.Evidence.Secret, Words.Comparison);
        var change = new MetricChange(name, old, current, measured.Verdict, measured.Remark) { Difference = measured.Difference, IsPerDay = measured.IsPerDay };
        string? recount = MethodChanges.Between(old, current, Words.Comparison);
        if (Reasons.Count > 0 || recount is not null)
            return change with { Verdict = Verdict.NotComparable, Reason = recount ?? string.Join(" ", Reasons) };
        if (IsSameData)
            return change with { Verdict = Verdict.SameData, Reason = null };
        return measured is { Verdict: Verdict.WithinNoise, Difference: { } difference }
            ? change with { Interval = difference.Interval(Level), PValue = difference.PValue }
            : change;
    }

    private MetricChange[] Judge(MetricChange[] changes)
    {
        int[] judged = [.. Enumerable.Range(0, changes.Length).Where(i => changes[i].PValue is not null)];
        double[] adjusted = AdjustedPValues.Of([.. judged.Select(i => changes[i].PValue!.Value)], MultiplicityMethod.Holm);
        foreach (var (i, p) in judged.Zip(adjusted))
        {
            var change = changes[i] with { AdjustedPValue = p, Verdict = p < 1 - Level ? Verdict.Moved : Verdict.WithinNoise };
            changes[i] = change.Verdict == Verdict.Moved
                ? change with { Drivers = Drivers.Of(change, Old.Evidence.ByMetric.GetValueOrDefault(change.Name), New.Evidence.ByMetric.GetValueOrDefault(change.Name), Words) }
                : change;
        }
        return changes;
    }
}
