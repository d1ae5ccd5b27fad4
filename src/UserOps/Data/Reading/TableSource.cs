namespace UserOps.Data.Reading;

/// <summary>One table in a file: a delimited file has one, a workbook one a sheet, a DuckDB file one a table.</summary>
/// <param name="File">The file's name without its folder, and the sheet or table where there are several: <c>shop.xlsx · orders</c>.</param>
/// <param name="Name">What the table is called: the file's name without extensions, or the sheet's or table's.</param>
/// <param name="Header">The column names.</param>
/// <param name="Hash">XxHash3 of the file's bytes in hexadecimal.</param>
/// <param name="Open">Opens the rows from the first; whatever their types were, the fields are text, and their types are decided over whole columns.</param>
internal sealed record TableSource(string File, string Name, IReadOnlyList<string> Header, string Hash, Func<ITextRows> Open)
{
    /// <summary>The encoding found or given, with the reason; null where the format fixes it.</summary>
    public string? Encoding { get; init; }

    /// <summary>The delimiter in words: <c>comma</c>, <c>tab</c> …; null where the format fixes it.</summary>
    public string? Delimiter { get; init; }

    /// <summary>What had to be guessed to read the file at all, in whole sentences.</summary>
    public IReadOnlyList<string> Guesses { get; init; } = [];

    /// <summary>How many rows to expect at most; 0 when unknown. It only saves copying.</summary>
    public long RowHint { get; init; }
}
