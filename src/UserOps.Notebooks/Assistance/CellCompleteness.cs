namespace UserOps.Notebooks.Assistance;

/// <summary>Whether a cell could run as it stands: a closed set.</summary>
public abstract record CellCompleteness
{
    private CellCompleteness() { }

    /// <summary>It can run.</summary>
    public sealed record Complete : CellCompleteness;

    /// <summary>Something is open that the next line may close.</summary>
    /// <param name="Indent">The blanks with which the next line starts.</param>
    public sealed record Incomplete(string Indent) : CellCompleteness;

    /// <summary>It cannot run, whatever follows.</summary>
    public sealed record Invalid : CellCompleteness;
}
