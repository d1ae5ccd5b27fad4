using System.Text.Json.Nodes;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>What a run found out with one notebook: its key numbers, and what stands behind them.</summary>
/// <param name="Source">Where it was read, as a reader should see it: the name of a run, or a file.</param>
/// <param name="Recorded">The metrics file.</param>
/// <param name="Evidence">The evidence behind its numbers.</param>
public sealed record RecordedReport(string Source, RecordedMetrics Recorded, KeptEvidence Evidence)
{
    private const string MetricsExtension = ".metrics.json";

    /// <summary>Reads a metrics file and the evidence beside it.</summary>
    /// <param name="path">The metrics file.</param>
    /// <param name="source">How a reader should see where it comes from.</param>
    /// <exception cref="UserOpsException">A file is missing, damaged, or of a later version.</exception>
    public static RecordedReport Read(string path, string source) => Of(MetricsReader.Read(path), path, source);

    /// <summary>A metrics file that was read already, with the evidence beside it.</summary>
    internal static RecordedReport Of(RecordedMetrics recorded, string path, string source)
    {
        string evidence = (path.EndsWith(MetricsExtension, StringComparison.Ordinal) ? path[..^MetricsExtension.Length] : path) + EvidenceFile.Extension;
        return new(source, recorded, File.Exists(evidence) ? EvidenceFile.Read(evidence) : KeptEvidence.None);
    }

    /// <summary>The last day in the data as <c>yyyy-MM-dd</c>; null without dates.</summary>
    public string? AsOf => Pages.DataText.IsoDay(Recorded.Data);

    /// <summary>The name of the export; null where the notebook takes none.</summary>
    public string? Export => Recorded.Parameters.GetValueOrDefault("data") is { } json
        && JsonNode.Parse(json) is JsonValue value && value.TryGetValue(out string? name) && name.Length > 0 ? name : null;
}
