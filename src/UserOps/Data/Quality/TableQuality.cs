using UserOps.Display;

namespace UserOps.Data;

/// <summary>How the reading of one table went: what was kept, coerced, dropped and guessed.</summary>
public sealed record TableQuality
{
    /// <summary>The table's name: <c>orders</c>, or a file's own where it is no known table.</summary>
    public required string Table { get; init; }

    /// <summary>The files it was read from, each with its rows in the table.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The encoding, and how it was found.</summary>
    public string? Encoding { get; init; }

    /// <summary>The delimiter in words.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Rows in the files, the header left out.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows in the table.</summary>
    public required long RowsKept { get; init; }

    /// <summary>Rows left out, by reason.</summary>
    public IReadOnlyList<Finding> Dropped { get; init; } = [];

    /// <summary>The columns in file order.</summary>
    public IReadOnlyList<ColumnQuality> Columns { get; init; } = [];

    /// <summary>Choices that the data did not decide by themselves, in whole sentences.</summary>
    public IReadOnlyList<string> Guesses { get; init; } = [];
}

/// <summary>How the reading of one column went.</summary>
/// <param name="Name">The canonical name, or the file's own.</param>
/// <param name="Source">The name in the file, or the formula of a derived column.</param>
/// <param name="Type">The type in words: <c>text</c>, <c>number</c>, <c>time</c>, <c>yes/no</c>, with what was found (<c>CNY</c>, <c>day/month/year</c>).</param>
/// <param name="Missing">Rows without a value.</param>
public sealed record ColumnQuality(string Name, string Source, string Type, long Missing)
{
    /// <summary>Values that were changed or became missing, by reason.</summary>
    public IReadOnlyList<Finding> Coerced { get; init; } = [];

    /// <summary>The currencies that amounts name by a sign or a code.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];
}

/// <summary>Rows or values with something the matter: what, how many, where first.</summary>
/// <param name="What">The reason in words.</param>
/// <param name="Count">How many rows or values.</param>
/// <param name="Places">Where it occurs first, five places at most.</param>
public sealed record Finding(string What, long Count, IReadOnlyList<Place> Places);

/// <summary>A place in a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Sample">The value there, personal data masked.</param>
public sealed record Place(string File, long Line, string Sample);
