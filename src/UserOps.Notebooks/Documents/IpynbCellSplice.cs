using System.Text;
using System.Text.Json.Nodes;

namespace UserOps.Notebooks.Documents;

/// <summary>Writes a cell with the bytes that it was read from, except the values that are no longer the same.</summary>
internal static class IpynbCellSplice
{
    public static void Write(NotebookCell cell, IpynbCellOriginal original, Stream file)
    {
        var text = original.Text.Span;
        var spans = JsonSpans.OfProperties(text);
        string breakBefore = Encoding.UTF8.GetString(text[1..text.IndexOf((byte)'"')]);
        string outer = Encoding.UTF8.GetString(original.Leading.Span);
        var style = new Style(breakBefore, breakBefore.StartsWith(outer, StringComparison.Ordinal) ? breakBefore[outer.Length..] : " ");
        int position = 0;
        foreach (var (name, value) in Changes(cell, original.Cell).OrderBy(change => spans.GetValueOrDefault(change.Name, new(int.MaxValue, 0)).Start))
        {
            var span = spans.GetValueOrDefault(name, new(spans.Values.Max(value => value.End), 0));
            file.Write(text[position..span.Start]);
            file.Write(Encoding.UTF8.GetBytes((spans.ContainsKey(name) ? "" : style.NewProperty(name)) + style.Value(value)));
            position = span.End;
        }
        file.Write(text[position..]);
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Changes(NotebookCell cell, NotebookCell original)
    {
        if (cell.Source != original.Source)
            yield return ("source", OutputJson.Lines(cell.Source));
        if (cell.ExecutionCount != original.ExecutionCount)
            yield return ("execution_count", cell.ExecutionCount);
        if (cell.Outputs != original.Outputs)
            yield return ("outputs", new JsonArray([.. cell.Outputs.Select(OutputJson.Write)]));
    }

    /// <summary>How the cell is laid out: the break before each property, and one step of indentation.</summary>
    private readonly record struct Style(string BreakBefore, string Indent)
    {
        private bool IsOneLine => !BreakBefore.Contains('\n', StringComparison.Ordinal);

        public string NewProperty(string name) => $",{BreakBefore}\"{name}\":{(IsOneLine ? "" : " ")}";

        public string Value(JsonNode? value) => JupyterJson.Write(value, IsOneLine ? "" : BreakBefore, Indent);
    }
}
