using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Stdio;

/// <summary>Reads and writes notebook files for a client that keeps the files itself, and gets their packages ready.</summary>
internal sealed class NotebookFiles(LiveSession session, MessageWriter writer)
{
    public static JsonObject Parse(Request request)
    {
        var document = NotebookFile.Parse(Encoding.UTF8.GetBytes(request.Required("text")), request.Required("name"));
        return new() { ["title"] = document.Title, ["cells"] = new JsonArray([.. document.Cells.Select(Cell)]) };
    }

    /// <summary>Writes cells as a file; with the file's earlier text, what it holds besides cells stays.</summary>
    public static JsonObject Write(Request request)
    {
        string name = request.Required("name");
        var original = request.Json.Text("original") is { Length: > 0 } text ? NotebookFile.Parse(Encoding.UTF8.GetBytes(text), name) : new NotebookDocument([]);
        var document = original with { Cells = [.. Cells(request).Select((cell, i) => Kept(cell, i < original.Cells.Length ? original.Cells[i] : null))] };
        return new() { ["text"] = Encoding.UTF8.GetString(NotebookFile.Write(document, name)) };
    }

    /// <summary>Restores the packages of a whole notebook together, before its first cell runs.</summary>
    public async Task<JsonObject> PrepareAsync(Request request)
    {
        var started = await session.Started.ConfigureAwait(false);
        await started.PrepareAsync(new([.. Cells(request)]), new Told(text => Tell(request, text))).ConfigureAwait(false);
        return [];
    }

    private void Tell(Request request, string text)
    {
        var progress = request.Event("progress");
        progress["text"] = text;
        writer.Write(progress);
    }

    /// <summary>The original where it is the same cell, so that its bytes stay.</summary>
    private static NotebookCell Kept(NotebookCell cell, NotebookCell? original) =>
        original?.Language == cell.Language ? original with { Source = cell.Source, Outputs = cell.Outputs, ExecutionCount = cell.ExecutionCount } : cell;

    public static IEnumerable<NotebookCell> Cells(Request request) => request.Json.Items("cells").Select(cell => new NotebookCell(cell.Text("language") ?? "csharp", cell.Text("code") ?? "")
    {
        Tags = [.. cell.Items("tags").Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)],
        ExecutionCount = cell.Number("number"),
        Outputs = [.. cell.Items("outputs").Select(OutputJson.Read).OfType<CellOutput>()],
    });

    /// <summary>Progress that is told at once and in order.</summary>
    private sealed class Told(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }

    private static JsonObject Cell(NotebookCell cell) => new()
    {
        ["language"] = cell.Language,
        ["code"] = cell.Source,
        ["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)tag)]),
        ["number"] = cell.ExecutionCount,
        ["outputs"] = new JsonArray([.. cell.Outputs.Select(OutputJson.Write)]),
    };
}
