using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Display;

namespace UserOps.Notebooks.Documents;

/// <summary>Outputs in the shapes of nbformat 4: text as lists of lines, JSON types as objects, keys in Jupyter's order.</summary>
internal static class OutputJson
{
    /// <summary>Reads an output; null for a kind that nbformat does not know.</summary>
    public static CellOutput? Read(JsonElement output) => output.Find("output_type").Text() switch
    {
        "stream" => new CellOutput.Stream(output.Find("name").Text() == "stderr", output.Find("text").Lines() ?? ""),
        "display_data" => new CellOutput.Display(ReadBundle(output.Find("data"))),
        "execute_result" => new CellOutput.Result(ReadBundle(output.Find("data")), ReadCount(output)),
        "error" => new CellOutput.Error(
            output.Find("ename").Text() ?? "", output.Find("evalue").Text() ?? "",
            [.. output.Find("traceback").Items().Select(line => line.Text()).OfType<string>()]),
        _ => null,
    };

    public static JsonObject Write(CellOutput output) => output switch
    {
        CellOutput.Stream stream => new()
        {
            ["name"] = stream.IsError ? "stderr" : "stdout",
            ["output_type"] = "stream",
            ["text"] = Lines(stream.Text),
        },
        CellOutput.Display display => new() { ["data"] = WriteBundle(display.Data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" },
        CellOutput.Result result => new()
        {
            ["data"] = WriteBundle(result.Data),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        CellOutput.Error error => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        _ => throw new InvalidOperationException($"Unknown kind of output {output.GetType().Name}."),
    };

    /// <summary>Text as the list of its lines.</summary>
    public static JsonArray Lines(string text) => new([.. NotebookText.SplitLines(text).Select(line => (JsonNode)line)]);

    private static int ReadCount(JsonElement output) => output.Find("execution_count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : 0;

    private static MimeBundle ReadBundle(JsonElement data)
    {
        var bundle = MimeBundle.Of(data.Find(MimeBundle.PlainText).Lines() ?? "");
        if (data.ValueKind == JsonValueKind.Object)
            foreach (var part in data.EnumerateObject())
                bundle = bundle.With(part.Name, MimeBundle.IsJson(part.Name) ? part.Value.GetRawText() : part.Value.Lines() ?? part.Value.GetRawText());
        return bundle;
    }

    private static JsonObject WriteBundle(MimeBundle bundle) =>
        new(bundle.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, WritePart(part.Key, part.Value))));

    private static JsonNode? WritePart(string mimeType, string content) =>
        MimeBundle.IsJson(mimeType) ? JsonNode.Parse(content)
        : mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml" ? Lines(content)
        : content;
}
