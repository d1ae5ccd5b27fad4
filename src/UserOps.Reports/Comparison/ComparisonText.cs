using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Comparison;

/// <summary>A comparison in words and as a table, for pages and for the terminal, in the language in which it was made.</summary>
public static class ComparisonText
{
    /// <summary>The whole comparison as plain text.</summary>
    public static string Write(ReportComparison comparison) => string.Join('\n', (string[])
    [
        $"{comparison.New.Recorded.Notebook}: {Headline(comparison)}",
        .. comparison.Changes.Where(change => change.Verdict == Verdict.Moved).SelectMany(change => change.Drivers.Select(driver => $"    {driver}").Prepend($"  {Sentence(change, comparison.Words)}")),
        .. NotComparable(comparison).Select(sentence => "  " + sentence),
        Table(comparison).ToString(),
    ]);

    /// <summary>What was compared with what, and how much of it moved.</summary>
    public static string Headline(ReportComparison comparison)
    {
        var words = comparison.Words.Comparison;
        return string.Join(" ", (string[])
        [
            comparison.IsOfChosenRuns
                ? words.RunAgainstRun(Named(comparison.New, words), Named(comparison.Old, words))
                : words.Against(comparison.Old.Source, comparison.Old.AsOf, comparison.New.AsOf),
            .. comparison.Reasons.Count > 0 ? [words.NotComparable, .. comparison.Reasons] : comparison.IsSameData ? [words.SameData] : (string[])[Count(comparison)],
        ]);
    }

    /// <summary>The numbers that both runs have and that cannot be compared all the same, with the reason; empty where the headline says it for all of them.</summary>
    internal static IReadOnlyList<string> NotComparable(ReportComparison comparison) => comparison.Reasons.Count > 0 ? [] :
    [
        .. comparison.Changes.Where(change => change is { Verdict: Verdict.NotComparable, Old: not null, New: not null })
            .Select(change => $"{comparison.Words.LabelOf(change.Metric)}{comparison.Words.Colon}{comparison.Words.Comparison.Verdict(change)}{comparison.Words.Comparison.Separator}{change.Reason}"),
    ];

    /// <summary>What moved, in one sentence.</summary>
    internal static string Sentence(MetricChange change, Words words) => words.Comparison.Sentence(new(
        words.LabelOf(change.Metric), Value(change.Old, words)!, Value(change.New, words)!, ChangeText.Of(change, words), ChangeText.IntervalOf(change, words), words.Comparison.Verdict(change)));

    /// <summary>One row a metric.</summary>
    public static Table Table(ReportComparison comparison)
    {
        var (all, words) = (comparison.Words, comparison.Words.Comparison);
        return new(
            comparison.IsOfChosenRuns ? words.AllNumbers : all.SinceLastTime,
            [
                Text(all.KeyNumber), Text(words.Before), Text(words.Now), Text(words.Change), Text(words.ChangeInterval), Text(words.VerdictHeading), Text(words.PAlone), Text(words.PAmongAll), Text(words.Remark),
            ],
            comparison.Changes.Select(change => (object?[])
            [
                all.LabelOf(change.Metric), Value(change.Old, all), Value(change.New, all), ChangeText.Of(change, all), ChangeText.IntervalOf(change, all), words.Verdict(change),
                ChangeText.PValue(change.PValue), ChangeText.PValue(change.AdjustedPValue), change.Verdict == Verdict.NotComparable && comparison.Reasons.Count > 0 ? null : ChangeText.Remark(change, all),
            ]),
            words.TableCaption);
    }

    private static string Named(RecordedReport run, ComparisonWords words) => words.RunOn(run.Source, run.Export, run.AsOf);

    private static TableColumn Text(string name) => new(name, Format.Text);

    private static string? Value(Metric? metric, Words words) => metric is null ? null : words.FormatOf(metric).Write(metric.Value);

    private static string Count(ReportComparison comparison)
    {
        int judged = comparison.Changes.Count(change => change.AdjustedPValue is not null);
        return comparison.Words.Comparison.MovedOf(comparison.Changes.Count(change => change.Verdict == Verdict.Moved), judged, comparison.Changes.Count - judged);
    }
}
