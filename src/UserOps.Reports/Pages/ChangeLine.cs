using UserOps.Display;
using UserOps.Reports.Comparison;

namespace UserOps.Reports.Pages;

/// <summary>The change of a key number since the run before, on one line.</summary>
internal static class ChangeLine
{
    public static Markup Write(Metric metric, SinceLastTime? since) => since?.Comparison?[metric.Name] is { } change
        ? Markup.Of($"<div class=\"change {ClassOf(change)}\" title=\"{ChangeText.Remark(change)}\">{Words(change)}</div>")
        : Markup.Empty;

    /// <summary>How a change is coloured: only what moved is.</summary>
    public static string ClassOf(MetricChange change) => ChangeText.IsBetter(change) switch
    {
        true => "better",
        false => "worse",
        _ => change.Verdict == Verdict.Moved ? "moved" : "quiet",
    };

    private static string Words(MetricChange change) => change.Verdict switch
    {
        Verdict.Moved => $"{(change.Difference!.Change > 0 ? "▲" : "▼")} {ChangeText.Of(change)}: {ChangeText.Verdict(change)}",
        Verdict.WithinNoise or Verdict.NoInterval => $"{ChangeText.Of(change)}: {ChangeText.Verdict(change)}",
        Verdict.NotComparable when change.Old is null => "new in this run",
        _ => ChangeText.Verdict(change),
    };
}
