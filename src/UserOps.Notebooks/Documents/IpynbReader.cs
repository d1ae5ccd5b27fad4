using System.Collections.Immutable;
using System.Text.Json;

namespace UserOps.Notebooks.Documents;

/// <summary>Reads Jupyter's <c>.ipynb</c>, nbformat 4, and keeps its bytes.</summary>
internal static class IpynbReader
{
    public static NotebookDocument Read(ReadOnlyMemory<byte> file, string name)
    {
        var content = NotebookText.WithoutMark(file);
        using var json = Parse(content, name);
        var root = json.RootElement;
        Check(root, name);
        string language = DefaultLanguage(root);
        var cells = JsonSpans.OfProperties(content.Span)["cells"];
        var spans = JsonSpans.OfElements(content.Span.Slice(cells.Start, cells.Length));
        int mark = file.Length - content.Length;
        return new([.. root.GetProperty("cells").EnumerateArray().Select((cell, i) =>
            WithOriginal(ReadCell(cell, language, name, i), content, cells.Start, i == 0 ? 1 : spans[i - 1].End, spans[i]))])
        {
            Original = new(file[..(mark + cells.Start + 1)], content[(spans.Count == 0 ? cells.Start + 1 : cells.Start + spans[^1].End)..]),
        };
    }

    private static NotebookCell WithOriginal(NotebookCell cell, ReadOnlyMemory<byte> content, int origin, int previousEnd, JsonSpan span)
    {
        var between = content[(origin + previousEnd)..(origin + span.Start)];
        int comma = between.Span.IndexOf((byte)',');
        return cell with { Original = new(between[(comma + 1)..], content.Slice(origin + span.Start, span.Length), cell) };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> content, string name)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException e)
        {
            throw new NotebookException(
                $"{name} is not valid JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. A notebook file is JSON; restore it or open it in an editor to mend it.", e);
        }
    }

    private static void Check(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("nbformat", out var format) || !format.TryGetInt32(out int version))
            throw new NotebookException($"{name} is JSON but no notebook: it has no number 'nbformat'.");
        if (version != 4)
            throw new NotebookException($"{name} has nbformat {version}; 4 is read here. Convert it with 'jupyter nbconvert --to notebook'.");
        if (!root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
            throw new NotebookException($"{name} has no list of 'cells'.");
    }

    private static string DefaultLanguage(JsonElement root)
    {
        string? named = root.Find("metadata", "polyglot_notebook", "kernelInfo", "defaultKernelName").Text()
            ?? root.Find("metadata", "kernelspec", "name").Text(name => name.StartsWith(".net-", StringComparison.Ordinal))
            ?? root.Find("metadata", "kernelspec", "language").Text()
            ?? root.Find("metadata", "language_info", "name").Text();
        return NotebookLanguages.Canonical(named ?? "csharp");
    }

    private static NotebookCell ReadCell(JsonElement cell, string defaultLanguage, string name, int index)
    {
        string? kind = cell.Find("cell_type").Text();
        if (kind is null || !cell.TryGetProperty("source", out var source) || source.Lines() is not { } text)
            throw new NotebookException($"Cell {index + 1} of {name} has no 'cell_type' or no 'source' of text.");
        string language = kind == "code"
            ? cell.Find("metadata", "polyglot_notebook", "kernelName").Text() ?? cell.Find("metadata", "dotnet_interactive", "language").Text() ?? defaultLanguage
            : kind;
        return new(NotebookLanguages.Canonical(language), NotebookText.Normalize(text))
        {
            Tags = [.. cell.Find("metadata", "tags").Items().Select(tag => tag.Text()).OfType<string>()],
            ExecutionCount = cell.Find("execution_count") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out int n) ? n : null,
            Outputs = [.. cell.Find("outputs").Items().Select(OutputJson.Read).OfType<CellOutput>()],
        };
    }
}
