using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;

namespace UserOps.Kernel.Stdio;

/// <summary>Tells a client the parameters of a notebook, and writes values into their cell once they fit.</summary>
internal sealed class NotebookParameters(Lazy<SessionOptions> options)
{
    public JsonObject List(Request request)
    {
        var document = request.Notebook();
        var parameters = ParameterCell.Describe(document, options.Value.InBox, options.Value.Usings);
        return new()
        {
            ["cell"] = ParameterCell.IndexIn(document),
            ["parameters"] = new JsonArray([.. parameters.Select(one => new JsonObject
            {
                ["name"] = one.Name,
                ["parameterType"] = one.Type,
                ["default"] = one.Default,
                ["description"] = one.Description,
            })]),
        };
    }

    /// <exception cref="UserOps.Notebooks.NotebookException">A value does not fit; the message lists all that do not.</exception>
    public JsonObject Set(Request request)
    {
        var document = request.Notebook();
        var run = new RunOptions
        {
            WorkingDirectory = options.Value.WorkingDirectory,
            InBox = options.Value.InBox,
            Usings = options.Value.Usings,
            Parameters = Values(request),
        };
        var changed = ParameterCell.Set(document, run);
        int cell = ParameterCell.IndexIn(document);
        return cell >= 0 ? new() { ["cell"] = cell, ["code"] = changed.Cells[cell].Source }
            : throw new RequestException($"No cell of the notebook is tagged '{ParameterCell.Tag}'.");
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(Request request)
    {
        if (!request.Json.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object)
            throw new RequestException("'set' needs an object 'values': name of a parameter to its value as text, or to a list of them.");
        return values.EnumerateObject().ToDictionary(one => one.Name, one => Texts(one.Value), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()];
}
