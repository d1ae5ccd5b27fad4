using System.Collections.Immutable;

namespace UserOps.Notebooks.Documents;

/// <summary>One cell of a notebook.</summary>
/// <param name="Language">The language: <c>csharp</c>, <c>markdown</c>, <c>html</c>, <c>mermaid</c> ….</param>
/// <param name="Source">The text, lines separated by <c>\n</c>.</param>
public sealed record NotebookCell(string Language, string Source)
{
    /// <summary>The tags of the cell, such as <c>parameters</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What the cell showed when it ran.</summary>
    public ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number of its execution, null when it did not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>Whether it is text rather than code.</summary>
    public bool IsMarkdown => Language == "markdown";

    /// <summary>Whether running the notebook runs it: neither text nor raw.</summary>
    public bool IsCode => Language is not ("markdown" or "raw");

    /// <summary>The bytes that it was read from, or null.</summary>
    internal IpynbCellOriginal? Original { get; init; }
}
