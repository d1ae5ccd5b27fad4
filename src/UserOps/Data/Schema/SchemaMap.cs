namespace UserOps.Data.Schema;

/// <summary>Where the caller says that canonical columns come from.</summary>
internal sealed class SchemaMap
{
    private readonly Dictionary<TableKind, Dictionary<string, string>> _sources = [];

    private SchemaMap() { }

    /// <summary>Reads entries such as <c>orders.user_id=CustomerID</c>; a later one replaces an earlier one.</summary>
    /// <exception cref="UserOpsException">An entry has another form, or names an unknown table.</exception>
    public static SchemaMap Parse(IEnumerable<string> entries)
    {
        var map = new SchemaMap();
        foreach (string entry in entries)
            map.Add(entry);
        return map;
    }

    /// <summary>What the map says about a table: canonical name → name in the file or formula.</summary>
    public IReadOnlyDictionary<string, string> For(TableKind kind) => _sources.GetValueOrDefault(kind) ?? [];

    private void Add(string entry)
    {
        int equals = entry.IndexOf('='), dot = entry.IndexOf('.');
        if (dot < 1 || equals < dot + 2 || equals == entry.Length - 1)
            throw new UserOpsException($"The map entry '{entry}' is not understood. Write table.column=Name, such as "
                + "orders.user_id=CustomerID or orders.amount=Quantity*UnitPrice.");
        var table = KnownTables.Named(entry[..dot].Trim());
        string column = entry[(dot + 1)..equals].Trim();
        if (!_sources.TryGetValue(table.Kind, out var sources))
            _sources.Add(table.Kind, sources = new(StringComparer.Ordinal));
        sources[column] = entry[(equals + 1)..].Trim();
    }
}
