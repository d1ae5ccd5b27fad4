namespace UserOps.Data.Typing;

/// <summary>The values of one column while they are being read.</summary>
internal abstract class Cells
{
    /// <summary>How many rows there are so far.</summary>
    public abstract int Count { get; }

    /// <summary>How many of them have no value.</summary>
    public long Missing { get; protected set; }

    /// <summary>Whether a value was seen that this type cannot hold: the column has to be read again as text.</summary>
    public bool IsContradicted { get; protected set; }

    /// <summary>Adds a value that has no blanks around it and is not empty.</summary>
    public abstract void Add(ReadOnlySpan<char> value);

    /// <summary>Adds a row without a value.</summary>
    public abstract void AddMissing();

    /// <summary>The column; the cells must not be used afterwards.</summary>
    public abstract TypedCells Finish(string name);
}

/// <summary>A finished column, its type in words, and what had to be guessed about it.</summary>
internal sealed record TypedCells(Column Column, string Type, IReadOnlyList<string> Guesses)
{
    /// <summary>The currencies that amounts name.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>Whether any moment was written without an offset from UTC.</summary>
    public bool HasLocalTimes { get; init; }
}
