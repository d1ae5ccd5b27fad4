using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It was not reached, or is text.</summary>
    NotRun,
    /// <summary>It ran to its end.</summary>
    Succeeded,
    /// <summary>It did not compile, threw, or took too long.</summary>
    Failed,
}

/// <summary>How one cell of a run went.</summary>
/// <param name="Index">The cell's place in the notebook, from 0.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CellRun(int Index, CellStatus Status, TimeSpan Elapsed);

/// <summary>A parameter as it stood in a run.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its C# type as declared.</param>
/// <param name="Value">Its value as C# text or JSON text: strings, numbers, booleans, dates, arrays of these.</param>
/// <param name="Overridden">Whether the caller gave it.</param>
public sealed record ParameterValue(string Name, string Type, object? Value, bool Overridden);

/// <summary>A finished run of a notebook, failed or not.</summary>
/// <param name="Executed">The notebook with its outputs.</param>
/// <param name="Cells">How each cell went, one entry a cell.</param>
/// <param name="Parameters">The parameters in order of declaration.</param>
/// <param name="Elapsed">How long the run took.</param>
public sealed record NotebookRun(
    NotebookDocument Executed, IReadOnlyList<CellRun> Cells, IReadOnlyList<ParameterValue> Parameters, TimeSpan Elapsed)
{
    /// <summary>The first cell that failed, or null.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(cell => cell.Status == CellStatus.Failed);

    /// <summary>Whether no cell failed.</summary>
    public bool Succeeded => FirstFailure is null;
}

/// <summary>Tells a watcher how far a run is.</summary>
/// <param name="Cell">The cell that started or ended, from 0.</param>
/// <param name="CellCount">How many cells there are.</param>
/// <param name="Finished">How it ended, or null when it has just started.</param>
/// <param name="Elapsed">Time since the run began.</param>
public sealed record RunProgress(int Cell, int CellCount, CellRun? Finished, TimeSpan Elapsed);
