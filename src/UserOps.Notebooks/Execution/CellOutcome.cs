using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>How running a cell ended: a closed set.</summary>
public abstract record CellOutcome
{
    private CellOutcome() { }

    /// <summary>It ran to its end.</summary>
    public sealed record Succeeded : CellOutcome;

    /// <summary>It did not compile, threw, or asked for something that cannot be had.</summary>
    /// <param name="Error">Why; also shown as the cell's last output.</param>
    public sealed record Failed(CellOutput.Error Error) : CellOutcome;

    /// <summary>It was stopped; what it assigned before stays, and the session goes on.</summary>
    public sealed record Stopped : CellOutcome;

    /// <summary>It, or a cell before it, was to stop and did not: the session takes no further cells before that code ends by itself; a new session can be started at once.</summary>
    public sealed record Unstoppable : CellOutcome;
}
