using UserOps.Display;

namespace UserOps.Notebooks.Documents;

/// <summary>What a cell shows: a closed set of kinds, as Jupyter knows them.</summary>
public abstract record CellOutput
{
    private CellOutput() { }

    /// <summary>Text written to standard output or standard error.</summary>
    /// <param name="IsError">Whether it went to standard error.</param>
    /// <param name="Text">The text.</param>
    public sealed record Stream(bool IsError, string Text) : CellOutput;

    /// <summary>A value shown by <c>display</c>; an update replaces the one with the same id.</summary>
    /// <param name="Data">The renderings.</param>
    /// <param name="DisplayId">The id by which it can be updated, or null.</param>
    public sealed record Display(MimeBundle Data, string? DisplayId = null) : CellOutput;

    /// <summary>The value of the last expression of a cell.</summary>
    /// <param name="Data">The renderings.</param>
    /// <param name="ExecutionCount">The number of the execution.</param>
    public sealed record Result(MimeBundle Data, int ExecutionCount) : CellOutput;

    /// <summary>Why a cell failed.</summary>
    /// <param name="Name">The kind of error: an exception's type name, or <c>CompilationError</c>.</param>
    /// <param name="Message">The message.</param>
    /// <param name="Traceback">Lines for the reader: cell, line, source line with a marker.</param>
    public sealed record Error(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput;

    /// <summary>Takes away what the cell has shown so far. It is never part of a saved notebook.</summary>
    /// <param name="Wait">Whether it stays until the next output comes, so that nothing flickers.</param>
    public sealed record Clear(bool Wait) : CellOutput;
}
