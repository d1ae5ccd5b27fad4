using System.Text;
using System.Text.Json.Nodes;

namespace UserOps.Notebooks.Documents;

/// <summary>Writes <c>.ipynb</c>: what was read and not changed keeps its bytes, the rest looks as Jupyter writes it.</summary>
internal static class IpynbWriter
{
    private const string CellBreak = "\n  ";

    private static readonly byte[] Head = "{\n \"cells\": ["u8.ToArray();

    private static readonly byte[] Tail = Encoding.UTF8.GetBytes("\n ],\n \"metadata\": " + JupyterJson.Write(
        new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
        }, "\n ", " ") + ",\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n");

    public static byte[] Write(NotebookDocument document)
    {
        using var file = new MemoryStream();
        file.Write((document.Original?.Head ?? Head).Span);
        for (int i = 0; i < document.Cells.Length; i++)
        {
            if (i > 0)
                file.WriteByte((byte)',');
            WriteCell(document.Cells[i], i, file);
        }
        file.Write((document.Original?.Tail ?? Tail).Span);
        return file.ToArray();
    }

    private static void WriteCell(NotebookCell cell, int index, MemoryStream file)
    {
        if (cell.Original is { } original)
        {
            file.Write(original.Leading.Span);
            IpynbCellSplice.Write(cell, original, file);
        }
        else
            file.Write(Encoding.UTF8.GetBytes(CellBreak + JupyterJson.Write(NewCell(cell, index), CellBreak, " ")));
    }

    private static JsonObject NewCell(NotebookCell cell, int index)
    {
        var json = new JsonObject { ["cell_type"] = cell.IsMarkdown ? "markdown" : cell.Language == "raw" ? "raw" : "code" };
        bool isCode = (string)json["cell_type"]! == "code";
        if (isCode)
            json["execution_count"] = cell.ExecutionCount;
        json["id"] = $"cell-{index + 1}";
        json["metadata"] = Metadata(cell, isCode);
        if (isCode)
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(OutputJson.Write)]);
        json["source"] = OutputJson.Lines(cell.Source);
        return json;
    }

    private static JsonObject Metadata(NotebookCell cell, bool isCode)
    {
        var metadata = new JsonObject();
        if (isCode)
        {
            metadata["dotnet_interactive"] = new JsonObject { ["language"] = cell.Language };
            metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell.Language };
        }
        if (cell.Tags.Length > 0)
            metadata["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)tag)]);
        return metadata;
    }
}
