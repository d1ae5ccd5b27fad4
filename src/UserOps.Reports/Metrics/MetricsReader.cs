using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Display;

namespace UserOps.Reports.Metrics;

/// <summary>Reads metrics files.</summary>
internal static class MetricsReader
{
    /// <param name="path">The file.</param>
    /// <exception cref="UserOpsException">The file is missing, damaged, or of a later version.</exception>
    public static RecordedMetrics Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot read the metrics file '{path}': {problem.Message}", problem);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static RecordedMetrics Parse(string json, string path)
    {
        try
        {
            var root = JsonNode.Parse(json)!;
            if ((int?)root["version"] is > MetricsFile.Version and var version)
                throw new UserOpsException($"'{path}' was written by a later version of this program (format {version}; this one reads up to {MetricsFile.Version}). Use that version to compare it.");
            return new((string?)root["notebook"]?["name"] ?? NameOf(path), root["metrics"]!.AsObject().ToDictionary(pair => pair.Key, pair => MetricOf(pair.Key, pair.Value!), StringComparer.Ordinal))
            {
                Code = (string?)root["notebook"]?["code"],
                Program = (string?)root["userops"],
                Parameters = root["parameters"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToJsonString() ?? "null", StringComparer.Ordinal),
                Data = root["data"] is { } data ? DataOf(data) : null,
            };
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new UserOpsException($"'{path}' is no metrics file of this program, or is damaged: {problem.Message}", problem);
        }
    }

    private static string NameOf(string path) => Path.GetFileName(path) is var file && file.EndsWith(".metrics.json", StringComparison.Ordinal) ? file[..^".metrics.json".Length] : file;

    private static Metric MetricOf(string name, JsonNode json) => new(name, (double)json["value"]!, (string)json["unit"]!)
    {
        Label = (string?)json["label"],
        N = (long?)json["n"],
        Interval = json["interval"] is { } interval ? new((double)interval["lower"]!, (double)interval["upper"]!, (double)interval["level"]!) : null,
        StandardError = (double?)json["standardError"],
        Definition = (string?)json["definition"],
        Better = (string?)json["better"] switch { "up" => Direction.Up, "down" => Direction.Down, _ => Direction.Neutral },
    };

    private static DataIdentity DataOf(JsonNode json) => new(
        [.. json["files"]!.AsArray().Select(file => new DataFile((string)file!["name"]!, (string)file["table"]!, (long)file["rows"]!, (string)file["hash"]!))],
        Moment(json["from"]), Moment(json["to"]), (string)json["timeZone"]!, (string)json["hash"]!);

    private static DateTime? Moment(JsonNode? json) =>
        (string?)json is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) : null;
}
