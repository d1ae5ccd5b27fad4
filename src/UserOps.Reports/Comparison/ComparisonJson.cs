using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>Comparisons for programs.</summary>
public static class ComparisonJson
{
    /// <summary>Two runs, notebook by notebook.</summary>
    public static JsonObject Of(RecordedRun old, RecordedRun current, IEnumerable<ReportComparison> comparisons, IEnumerable<string> remarks) => SortedJson.Object(
        ("old", old.Name), ("new", current.Name),
        ("notebooks", new JsonArray([.. comparisons.Select(Of)])),
        ("remarks", new JsonArray([.. remarks.Select(remark => (JsonNode)remark)])));

    private static JsonObject Of(ReportComparison comparison) => SortedJson.Present(
        ("notebook", comparison.New.Recorded.Notebook),
        ("oldAsOf", comparison.Old.AsOf), ("newAsOf", comparison.New.AsOf),
        ("notComparableBecause", comparison.Reasons.Count == 0 ? null : new JsonArray([.. comparison.Reasons.Select(reason => (JsonNode)reason)])),
        ("changes", new JsonArray([.. comparison.Changes.Select(Of)])));

    internal static JsonObject Of(MetricChange change) => SortedJson.Present(
        ("metric", change.Name), ("label", change.Metric.Label), ("unit", change.Metric.Unit),
        ("old", change.Old?.Value), ("new", change.New?.Value),
        ("change", change.Difference?.Change), ("perDay", change.IsPerDay ? true : null),
        ("standardError", Finite(change.Difference?.StandardError)), ("correlation", change.Difference?.Correlation),
        ("interval", change.Interval is { } interval ? Of(interval) : null),
        ("p", change.PValue), ("adjustedP", change.AdjustedPValue),
        ("verdict", NameOf(change)),
        ("reason", change.Reason),
        ("drivers", change.Drivers.Count == 0 ? null : new JsonArray([.. change.Drivers.Select(driver => (JsonNode)driver)])));

    private static JsonObject Of(Interval interval) => SortedJson.Object(("lower", interval.Lower), ("upper", interval.Upper), ("level", interval.Level));

    private static string NameOf(MetricChange change) => change.Verdict switch
    {
        Verdict.Moved => change.Difference!.Change > 0 ? "rose" : "fell",
        Verdict.WithinNoise => "withinNoise",
        Verdict.SameData => "sameData",
        Verdict.NoInterval => "noInterval",
        _ => "notComparable",
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
