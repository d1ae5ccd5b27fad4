using UserOps.Data.Typing;

namespace UserOps.Data.Schema;

/// <summary>How the columns of a file fit a known table.</summary>
/// <param name="Table">The known table.</param>
/// <param name="NameMatch">How far the file's name says so, see <see cref="KnownTable.NameMatch"/>.</param>
/// <param name="Sources">Canonical name → name in the file.</param>
/// <param name="Formulas">Canonical name → formula.</param>
/// <param name="Problems">Why the file cannot serve as the table, in whole sentences; empty when it can.</param>
/// <param name="Guesses">What was chosen where there was a choice.</param>
/// <param name="Mapped">The canonical columns that the caller's map names and the file has.</param>
internal sealed record TableMatch(
    KnownTable Table, int NameMatch, IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, Formula> Formulas,
    IReadOnlyList<string> Problems, IReadOnlyList<string> Guesses, IReadOnlySet<string> Mapped)
{
    /// <summary>Whether the caller's map speaks of this file.</summary>
    public bool IsMapped => Mapped.Count > 0;

    /// <summary>Whether all that the table needs is there.</summary>
    public bool Fits => Problems.Count == 0;

    /// <summary>The columns of the file under their canonical names, others under their own.</summary>
    public TableShape ShapeOf(IReadOnlyList<string> header)
    {
        var canonical = Sources.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var taken = Sources.Keys.Concat(Formulas.Keys).ToHashSet(StringComparer.Ordinal);
        ColumnShape[] columns = [.. header.Select(column => canonical.TryGetValue(column, out string? name)
            ? new(column, name, WishOf(name))
            : new ColumnShape(column, Free(column, taken), NeededAsNumber(column) ? Wish.Number : Wish.Any))];
        return new(Table.Name, columns, [.. Formulas.Select(pair => new DerivedColumn(pair.Key, pair.Value))]);
    }

    private Wish WishOf(string name) => Table.Columns.FirstOrDefault(column => column.Name == name)?.Wish ?? Wish.Any;

    private bool NeededAsNumber(string column) => Formulas.Values.Any(formula => formula.Columns.Contains(column, StringComparer.Ordinal));

    private static string Free(string column, HashSet<string> taken)
    {
        string name = column;
        while (!taken.Add(name))
            name += "_original";
        return name;
    }
}
