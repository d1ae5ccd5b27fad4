namespace UserOps.Survival;

/// <summary>A column that may speed up or slow down the event: numbers as they are, yes/no as 1 and 0, words each against a reference word.</summary>
/// <param name="Column">The column's name.</param>
public sealed record Covariate(string Column)
{
    /// <summary>The word that the others are compared with; the most frequent when absent.</summary>
    public string? Reference { get; init; }

    /// <summary>A covariate by the name of its column.</summary>
    public static implicit operator Covariate(string column) => new(column);
}
