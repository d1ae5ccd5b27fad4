namespace UserOps.Notebooks.Documents;

/// <summary>Writes <c>.dib</c> text: before each cell a line with its language, a blank line around each text.</summary>
internal static class DibWriter
{
    public static string Write(NotebookDocument document) =>
        string.Join("\n", [.. document.DibHead is { } head ? [head + "\n"] : Array.Empty<string>(), .. document.Cells.Select(WriteCell)]);

    private static string WriteCell(NotebookCell cell) => NotebookLanguages.Starts(cell.Language, out _)
        ? $"#!{cell.Language}\n\n{cell.Source.Trim('\n')}\n"
        : throw new NotebookException($"A .dib file has no cells in the language '{cell.Language}'. Save the notebook as .ipynb, or give the cell another language.");
}
