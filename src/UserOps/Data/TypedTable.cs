using System.Diagnostics.CodeAnalysis;
using UserOps.Data.Reading;
using UserOps.Display;

namespace UserOps.Data;

/// <summary>An immutable table of typed columns of equal length, in file order.</summary>
public sealed class TypedTable
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a table of columns of equal length with distinct names.</summary>
    /// <exception cref="ArgumentException">Lengths differ or a name repeats.</exception>
    public TypedTable(string name, IReadOnlyList<Column> columns)
    {
        Name = name;
        Columns = [.. columns];
        RowCount = Columns.Count == 0 ? 0 : Columns[0].Length;
        if (Columns.FirstOrDefault(column => column.Length != RowCount) is { } odd)
            throw new ArgumentException($"Column '{odd.Name}' has {odd.Length} rows, '{Columns[0].Name}' has {RowCount}.", nameof(columns));
        _byName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>Opens a lone table of any kind (one row a customer, a path, a week) under its own column names.</summary>
    /// <param name="path">A file, or a folder of files with equal columns.</param>
    /// <param name="options">How to read it; what is left out is detected.</param>
    /// <exception cref="UserOpsException">It cannot be read, or holds several tables.</exception>
    public static TypedTable Open(string path, OpenOptions? options = null) => new ExportOpener(path, options ?? new(), null, default).OpenWide();

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The columns in file order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>Whether the table has a column of this name and type.</summary>
    public bool TryGet<T>(string column, [NotNullWhen(true)] out T? found) where T : Column
    {
        found = _byName.GetValueOrDefault(column) as T;
        return found is not null;
    }

    /// <summary>The column of this name and type.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists the columns there are.</exception>
    public T Get<T>(string column) where T : Column =>
        TryGet<T>(column, out var found) ? found : throw new UserOpsException(
            _byName.TryGetValue(column, out var other)
                ? $"Column '{column}' of table '{Name}' holds {KindOf(other.GetType())}; {KindOf(typeof(T))} are needed. Name another column or fix its values."
                : $"Table '{Name}' has no column '{column}'.{NearestName.Suggest(column, _byName.Keys)} It has: {string.Join(", ", _byName.Keys)}.");

    /// <summary>A column as numbers: yes is 1, no is 0, missing is NaN.</summary>
    /// <exception cref="UserOpsException">There is none, or it holds something else.</exception>
    public double[] Numbers(string column) => Get<Column>(column) switch
    {
        FlagColumn flags => Array.ConvertAll(flags.Flags, flag => flag < 0 ? double.NaN : flag),
        _ => Get<NumberColumn>(column).Values,
    };

    private static string KindOf(Type column) =>
        column == typeof(NumberColumn) ? "numbers" : column == typeof(FlagColumn) ? "yes and no" : column == typeof(TimeColumn) ? "times" : column == typeof(TextColumn) ? "words" : "values";

    /// <summary>The columns other than those named.</summary>
    public IEnumerable<Column> Except(params string[] names) => Columns.Where(column => !names.Contains(column.Name, StringComparer.Ordinal));
}
