using UserOps.Data.Typing;

namespace UserOps.Data.Schema;

/// <summary>What a file's columns become in a table.</summary>
/// <param name="Table">The table's name: <c>orders</c>, or the file's own.</param>
/// <param name="Columns">The columns that are read, in file order.</param>
/// <param name="Derived">The columns that are computed from others.</param>
internal sealed record TableShape(string Table, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<DerivedColumn> Derived)
{
    /// <summary>Columns under their own names, every type found from the values.</summary>
    public static TableShape Wide(string name, IReadOnlyList<string> header) => new(name, [.. header.Select(column => new ColumnShape(column, column, Wish.Any))], []);

    /// <summary>All that decides what the table becomes, as one text.</summary>
    public string Key => string.Join('\n', [Table, .. Columns.Select(column => column.ToString()), .. Derived.Select(column => $"{column.Name}={column.Formula}")]);
}

/// <summary>A column of a file and what it becomes.</summary>
/// <param name="Source">The name in the file.</param>
/// <param name="Name">The name in the table.</param>
/// <param name="Wish">The type it is asked for.</param>
internal sealed record ColumnShape(string Source, string Name, Wish Wish);

/// <summary>A number computed from other columns of the row.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Formula">The formula over names in the file.</param>
internal sealed record DerivedColumn(string Name, Formula Formula);
