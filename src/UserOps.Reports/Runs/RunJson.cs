using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace UserOps.Reports.Runs;

/// <summary>Reads and writes <c>run.json</c>, by code that is made when the program is built: it starts faster than looking at types.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(WordConverter<RunStatus>), typeof(WordConverter<NotebookStatus>)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public static string Write(RunRecord record) => JsonSerializer.Serialize(record, Readable.Json.RunRecord) + "\n";

    /// <exception cref="FormatException">The text is not the JSON of a run that this program understands.</exception>
    public static RunRecord Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Readable.Json.RunRecord) is { } record && record.Format <= UserOps.Reports.Runs.RunRecord.CurrentFormat
                ? record
                : throw new FormatException("it was written by a later version of this program");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"its run.json is damaged ({problem.Message})", problem);
        }
    }

    // Chinese stays readable; a class of its own, since the defaults must be there first.
    private static class Readable
    {
        public static readonly RunJson Json = new(new(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
    }
}

/// <summary>Enumerations as words in camel case.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase) where T : struct, Enum;
