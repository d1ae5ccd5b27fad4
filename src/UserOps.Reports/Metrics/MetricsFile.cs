using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using UserOps.Display;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Metrics;

/// <summary>The numbers of a report as JSON for programs: keys sorted, and nothing in it that changes between equal runs.</summary>
internal static class MetricsFile
{
    /// <summary>The format that this program writes; it reads this one and the earlier one, which said nothing of the notebook.</summary>
    public const int Version = 2;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(NotebookReport report)
    {
        var file = SortedJson.Object(
            ("metrics", SortedJson.Object([.. report.Metrics.Select(metric => (metric.Name, (JsonNode?)MetricOf(metric)))])),
            ("parameters", SortedJson.Object([.. report.Run.Parameters.Select(parameter => (parameter.Name, ParameterJson.Of(parameter)))])),
            ("data", report.Data is { } data ? DataOf(data) : null),
            ("notebook", SortedJson.Object(("name", report.Name), ("code", CodeHash.Of(report.Run.Executed)))),
            ("userops", RunVersions.Current.UserOps),
            ("version", Version));
        return file.ToJsonString(Indented) + "\n";
    }

    private static JsonObject MetricOf(Metric metric) => SortedJson.Present(
        ("value", metric.Value),
        ("unit", metric.Unit),
        ("label", metric.Label),
        ("n", metric.N),
        ("interval", metric.Interval is { } interval ? IntervalOf(interval) : null),
        ("standardError", metric.StandardError),
        ("definition", metric.Definition),
        ("better", metric.Better == Direction.Neutral ? null : metric.Better.ToString().ToLowerInvariant()));

    private static JsonObject IntervalOf(Interval interval) =>
        SortedJson.Object(("lower", interval.Lower), ("upper", interval.Upper), ("level", interval.Level));

    private static JsonObject DataOf(DataIdentity data) => SortedJson.Object(
        ("files", new JsonArray([.. data.Files.Select(FileOf)])),
        ("rows", data.Rows()),
        ("from", Utc(data.From)),
        ("to", Utc(data.To)),
        ("timeZone", data.TimeZone),
        ("hash", data.Hash));

    private static JsonObject FileOf(DataFile file) =>
        SortedJson.Object(("name", file.Name), ("table", file.Table), ("rows", file.Rows), ("hash", file.Hash));

    private static DateTime? Utc(DateTime? moment) => moment is { } time ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : null;
}
