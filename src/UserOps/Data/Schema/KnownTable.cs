namespace UserOps.Data.Schema;

/// <summary>A table that questions know: its names and columns.</summary>
/// <param name="Kind">Which table.</param>
/// <param name="Names">Words in the names of files that hold it.</param>
/// <param name="Columns">Its columns under their canonical names.</param>
/// <param name="Marks">Optional columns that must be there where the file's name does not say what it is: one of each group, such as <c>channel|referrer_id</c>.</param>
internal sealed record KnownTable(TableKind Kind, IReadOnlyList<string> Names, IReadOnlyList<CanonicalColumn> Columns, IReadOnlyList<string> Marks)
{
    /// <summary>The table's name in maps and messages.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();

    /// <summary>How far the name of a file or sheet says that it is this table: 2 when it is the name, 1 when it holds it, else 0.</summary>
    public int NameMatch(string name)
    {
        string plain = ColumnNames.Plain(name);
        return Names.Contains(plain.TrimEnd([.. "0123456789"]), StringComparer.Ordinal) ? 2 : Names.Any(known => plain.Contains(known, StringComparison.Ordinal)) ? 1 : 0;
    }
}
