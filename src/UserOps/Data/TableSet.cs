namespace UserOps.Data;

/// <summary>The known tables of a dataset, and why others that it seems to have cannot serve.</summary>
internal sealed class TableSet(IReadOnlyDictionary<TableKind, TypedTable> tables, IReadOnlyDictionary<TableKind, string>? unfit = null)
{
    public IReadOnlyDictionary<TableKind, TypedTable> All => tables;

    public bool Has(TableKind kind) => tables.ContainsKey(kind);

    /// <exception cref="MissingDataException">There is no such table, or the file that should hold it lacks a column.</exception>
    public TypedTable Need(TableKind kind) => tables.GetValueOrDefault(kind) ?? throw Missing(kind);

    /// <summary>That none of these tables is there, any of which would do.</summary>
    public MissingDataException Missing(params TableKind[] kinds)
    {
        if (kinds.Select(kind => unfit?.GetValueOrDefault(kind)).FirstOrDefault(reason => reason is not null) is { } reason)
            return new($"This question needs a table of {Names(kinds)}. {reason}");
        string found = tables.Count == 0 ? "no known table" : string.Join(", ", tables.Keys.Select(Name));
        return new($"This question needs a table of {Names(kinds)}; the export has {found}. "
            + $"Add a file with {Names(kinds)}, or name its columns with --map {Name(kinds[0])}.column=Name.");
    }

    private static string Names(TableKind[] kinds) => string.Join(" or ", kinds.Select(Name));

    private static string Name(TableKind kind) => kind.ToString().ToLowerInvariant();
}
