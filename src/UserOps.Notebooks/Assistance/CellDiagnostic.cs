namespace UserOps.Notebooks.Assistance;

/// <summary>How bad it is.</summary>
public enum CellSeverity
{
    /// <summary>The cell runs, but perhaps not as meant.</summary>
    Warning,
    /// <summary>The cell cannot run.</summary>
    Error,
}

/// <summary>What is wrong with a cell that has not run.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">The compiler's number such as <c>CS0103</c>; empty for directives.</param>
/// <param name="Message">What is wrong, with the way round where one is known.</param>
/// <param name="Start">Where it starts in the cell.</param>
/// <param name="End">Where it ends.</param>
public sealed record CellDiagnostic(CellSeverity Severity, string Code, string Message, int Start, int End);
