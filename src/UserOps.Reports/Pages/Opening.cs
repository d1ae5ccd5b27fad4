using UserOps.Notebooks.Documents;

namespace UserOps.Reports.Pages;

/// <summary>How a notebook begins: the paragraph under its title, and the notebook without title and paragraph.</summary>
internal sealed record Opening(string Lede, NotebookDocument Body)
{
    public static Opening Of(NotebookDocument notebook)
    {
        var cell = notebook.Cells.FirstOrDefault(cell => cell.IsMarkdown);
        string[] lines = cell?.Source.Split('\n') ?? [];
        int title = Array.FindIndex(lines, line => line.StartsWith("# ", StringComparison.Ordinal));
        if (cell is null || title < 0 || lines[..title].Any(line => line.Trim().Length > 0))
            return new("", notebook);
        string[] rest = [.. lines[(title + 1)..].SkipWhile(string.IsNullOrWhiteSpace)];
        int length = IsProse(rest) ? Length(rest) : 0;
        var body = cell with { Source = string.Join('\n', rest[length..]) };
        return new(string.Join('\n', rest[..length]), notebook with { Cells = notebook.Cells.Replace(cell, body) });
    }

    private static int Length(string[] lines) =>
        Array.FindIndex(lines, string.IsNullOrWhiteSpace) is var end && end < 0 ? lines.Length : end;

    private static bool IsProse(string[] lines) =>
        lines.Length > 0 && !"#->|`!0123456789".Contains(lines[0].TrimStart()[0], StringComparison.Ordinal) && !lines[0].StartsWith("* ", StringComparison.Ordinal);
}
