namespace UserOps.Data;

/// <summary>The known tables of a dataset, and why others that it seems to have cannot serve.</summary>
internal sealed class TableSet(IReadOnlyDictionary<TableKind, TypedTable> tables, IReadOnlyDictionary<TableKind, string>? unfit = null)
{
    public IReadOnlyDictionary<TableKind, TypedTable> All => tables;

    public bool Has(TableKind kind) => tables.ContainsKey(kind);

    /// <exception cref="MissingDataException">There is no such table, or the file that should hold it lacks a column.</exception>
    public TypedTable Need(TableKind kind) => tables.GetValueOrDefault(kind) ?? throw new MissingDataException(
        unfit?.GetValueOrDefault(kind) is { } reason ? $"This question needs a table of {Name(kind)}. {reason}" :
        $"This question needs a table of {Name(kind)}; the export has {(tables.Count == 0 ? "no known table" : string.Join(", ", tables.Keys.Select(Name)))}. "
        + $"Add a file with {Name(kind)}, or name its columns with --map {Name(kind)}.column=Name.");

    private static string Name(TableKind kind) => kind.ToString().ToLowerInvariant();
}
