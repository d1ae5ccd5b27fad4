using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Notebooks;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Parameters;

namespace UserOps.Kernel.Stdio;

/// <summary>Tells a client the parameters of a notebook, and writes values into their cell once they fit.</summary>
internal sealed class NotebookParameters(Lazy<SessionOptions> options)
{
    public JsonObject List(Request request)
    {
        var document = request.Notebook();
        return new() { ["cell"] = ParameterCell.IndexIn(document), ["parameters"] = new JsonArray([.. Describe(document).Select(Tell)]) };
    }

    /// <exception cref="RequestException">A value does not fit; the message lists all that do not.</exception>
    public JsonObject Set(Request request)
    {
        var (document, values) = (request.Notebook(), Values(request));
        int cell = ParameterCell.IndexIn(document);
        if (cell < 0)
            throw new RequestException($"No cell of the notebook is tagged '{ParameterCell.Tag}'.");
        try
        {
            string[] names = [.. values.Keys];
            KeepSecrets(document, values);
            return new() { ["cell"] = cell, ["code"] = ParameterCell.SetOnly(names, document, RunWith(values)).Cells[cell].Source };
        }
        catch (NotebookException problem)
        {
            throw new RequestException(string.Join('\n', problem.Problems));
        }
    }

    private IReadOnlyList<ParameterDeclaration> Describe(NotebookDocument document) => ParameterCell.Describe(document, options.Value.InBox, options.Value.Usings);

    private static JsonObject Tell(ParameterDeclaration one) => new()
    {
        ["name"] = one.Name,
        ["parameterType"] = one.Type,
        ["default"] = one.IsSecret ? null : one.Default,
        ["values"] = one.IsSecret || one.DefaultTexts is null ? null : Texts(one.DefaultTexts),
        ["description"] = one.Description,
        ["range"] = one.Range?.ToString(),
        ["choices"] = Texts(one.Choices),
        ["required"] = one.IsRequired,
        ["secret"] = one.IsSecret,
        ["variable"] = one.IsSecret ? SecretParameter.VariableOf(one.Name) : null,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    /// <summary>Takes the values of secrets out: they stay in this process, from whose environment the cell reads them.</summary>
    private void KeepSecrets(NotebookDocument document, Dictionary<string, IReadOnlyList<string>> values)
    {
        foreach (var secret in Describe(document).Where(one => one.IsSecret))
            if (values.Remove(secret.Name, out var texts))
                SecretParameter.Keep(secret.Name, string.Concat(texts));
    }

    private RunOptions RunWith(Dictionary<string, IReadOnlyList<string>> values) => new()
    {
        WorkingDirectory = options.Value.WorkingDirectory,
        InBox = options.Value.InBox,
        Usings = options.Value.Usings,
        Parameters = values,
    };

    private static Dictionary<string, IReadOnlyList<string>> Values(Request request)
    {
        if (!request.Json.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object)
            throw new RequestException("'set' needs an object 'values': name of a parameter to its value as text, or to a list of them.");
        return values.EnumerateObject().ToDictionary(one => one.Name, one => TextsOf(one.Value), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> TextsOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()];
}
