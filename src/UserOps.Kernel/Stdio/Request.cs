using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Stdio;

/// <summary>What a client asks: one line of JSON with an id, which all answers carry, and a type.</summary>
internal sealed record Request(string Id, string Type, JsonElement Json)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="RequestException">It is none.</exception>
    public static Request Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement.Clone();
            return new(json.Text("id") ?? throw new RequestException("A request needs a text 'id'."), json.Text("type") ?? throw new RequestException("A request needs a text 'type'."), json);
        }
        catch (JsonException e)
        {
            throw new RequestException($"A request is one line of JSON: {e.Message}");
        }
    }

    /// <summary>A text that must be there.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public string Required(string name) => Json.Text(name) ?? throw new RequestException($"'{Type}' needs a text '{name}'.");

    /// <summary>The cell that it is about, and a place in it.</summary>
    public (string Code, int Position) Place()
    {
        string code = Required("code");
        return Json.Number("position") is { } position && position >= 0 && position <= code.Length ? (code, position)
            : throw new RequestException($"'{Type}' needs a 'position' from 0 to the length of the code, {code.Length}.");
    }

    /// <summary>The cells of the notebook that it is about.</summary>
    public NotebookDocument Notebook() => new([.. Json.Items("cells").Select(cell => new NotebookCell(cell.Text("language") ?? "csharp", cell.Text("code") ?? "")
    {
        Tags = [.. cell.Items("tags").Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)],
    })]);

    /// <summary>An answer of this type.</summary>
    public JsonObject Event(string type) => new() { ["id"] = Id, ["type"] = type };
}

/// <summary>A request that cannot be understood.</summary>
internal sealed class RequestException(string message) : Exception(message);
