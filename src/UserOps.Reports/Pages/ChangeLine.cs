using UserOps.Display;
using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The change of a key number since the run before, on one line.</summary>
internal static class ChangeLine
{
    public static Markup Write(Metric metric, NotebookReport report) => report.Since?.Comparison is { } comparison && comparison[metric.Name] is { } change
        ? Markup.Of($"<div class=\"change {ClassOf(change)}\" title=\"{ChangeText.Remark(change, report.Words)}\">{Text(change, report.Words, withReason: comparison.Reasons.Count == 0)}</div>")
        : Markup.Empty;

    /// <summary>How a change is coloured: only what moved is.</summary>
    public static string ClassOf(MetricChange change) => ChangeText.IsBetter(change) switch
    {
        true => "better",
        false => "worse",
        _ => change.Verdict == Verdict.Moved ? "moved" : "quiet",
    };

    /// <summary>The change and the verdict; why it is not comparable, unless that is said once for all numbers.</summary>
    public static string Text(MetricChange change, Words words, bool withReason) => change.Verdict switch
    {
        Verdict.Moved => $"{(change.Difference!.Change > 0 ? "▲" : "▼")} {Judged(change, words)}",
        Verdict.WithinNoise or Verdict.NoInterval => Judged(change, words),
        Verdict.NotComparable when change.Old is null => words.NewInThisRun,
        Verdict.NotComparable when withReason => $"{words.Comparison.Verdict(change)}{words.Colon}{change.Reason}",
        _ => words.Comparison.Verdict(change),
    };

    /// <summary>How much it changed, and what that means.</summary>
    private static string Judged(MetricChange change, Words words) => $"{ChangeText.Of(change, words)}{words.Colon}{words.Comparison.Verdict(change)}";
}
