using UserOps.Display;

namespace UserOps.Reports.Comparison;

/// <summary>A comparison in words and as a table, for pages and for the terminal.</summary>
public static class ComparisonText
{
    /// <summary>The whole comparison as plain text.</summary>
    public static string Write(ReportComparison comparison) => string.Join('\n', (string[])
    [
        $"{comparison.New.Recorded.Notebook}: {Headline(comparison)}",
        .. comparison.Changes.Where(change => change.Verdict == Verdict.Moved).SelectMany(change => change.Drivers.Select(driver => $"    {driver}").Prepend($"  {Sentence(change)}")),
        Table(comparison).ToString(),
    ]);

    /// <summary>What was compared with what, and how much of it moved.</summary>
    public static string Headline(ReportComparison comparison) => string.Join(" ", (string[])
        [Against(comparison), .. comparison.Reasons.Count > 0 ? ["The numbers are not comparable:", .. comparison.Reasons] : comparison.IsSameData ? ["It is the same data."] : (string[])[Count(comparison)]]);

    /// <summary>What moved, in one sentence.</summary>
    public static string Sentence(MetricChange change) =>
        $"{change.Metric.Label ?? change.Name} {ChangeText.Verdict(change)}: {change.Old!.Format.Write(change.Old.Value)} → {change.New!.Format.Write(change.New.Value)}, "
        + $"{ChangeText.Of(change)} (95 % interval of the change {ChangeText.IntervalOf(change)}).";

    /// <summary>One row a metric.</summary>
    public static Table Table(ReportComparison comparison) => new(
        "Since last time",
        [
            Text("Key number"), Text("Before"), Text("Now"), Text("Change"), Text("95 % interval of the change"), Text("Verdict"), Text("p alone"), Text("p among all"),
            Text("Remark"),
        ],
        comparison.Changes.Select(change => (object?[])
        [
            change.Metric.Label ?? change.Name, Value(change.Old), Value(change.New), ChangeText.Of(change), ChangeText.IntervalOf(change), ChangeText.Verdict(change), ChangeText.PValue(change.PValue), ChangeText.PValue(change.AdjustedPValue),
            change.Verdict == Verdict.NotComparable && comparison.Reasons.Count > 0 ? null : ChangeText.Remark(change),
        ]),
        "intervals of the difference, allowing for users who are in both runs · rose or fell: p among all below 0.05, adjusted by Holm over the key numbers of this report (one small p among many comes by chance) · as if no user were in both: usually wider than need be");

    private static TableColumn Text(string name) => new(name, Format.Text);

    private static string? Value(Metric? metric) => metric?.Format.Write(metric.Value);

    private static string Against(ReportComparison comparison) =>
        $"Against {comparison.Old.Source}{(comparison.Old.AsOf is { } day ? $", data up to {day}" : "")}{(comparison.New.AsOf is { } now ? $"; now up to {now}" : "")}.";

    private static string Count(ReportComparison comparison)
    {
        int judged = comparison.Changes.Count(change => change.AdjustedPValue is not null), moved = comparison.Changes.Count(change => change.Verdict == Verdict.Moved);
        int other = comparison.Changes.Count - judged;
        return (judged, moved) switch
        {
            (0, _) => "No key number has an interval for its change.",
            (_, 0) => $"None of {judged} key numbers moved by more than chance brings.",
            _ => $"{moved} of {judged} key numbers moved by more than chance brings.",
        } + (other > 0 ? $" {other} cannot be judged; the table says why." : "");
    }
}
