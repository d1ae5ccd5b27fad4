using System.Collections.Immutable;

namespace UserOps.Notebooks.Documents;

/// <summary>A notebook: cells in order. Immutable; running it makes another document.</summary>
/// <param name="Cells">The cells.</param>
public sealed record NotebookDocument(ImmutableArray<NotebookCell> Cells)
{
    /// <summary>The bytes around the cells of the file that it was read from, or null.</summary>
    internal IpynbOriginal? Original { get; init; }

    /// <summary>The title: the first heading of the first markdown cell, or null.</summary>
    public string? Title => Cells
        .Where(cell => cell.IsMarkdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
}
