using System.Globalization;
using UserOps.Data;

namespace UserOps.Reports.Contracts;

/// <summary>How the values of one column are spread.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Groups">The words, or the parts between borders, and the missing values.</param>
/// <param name="Counts">How many of the rows looked at fall in each group.</param>
/// <param name="Borders">The numbers between the parts, ascending; null for words.</param>
public sealed record ColumnProfile(string Table, string Column, IReadOnlyList<string> Groups, IReadOnlyList<long> Counts, IReadOnlyList<double>? Borders = null)
{
    internal const string Missing = "(missing)", Other = "(other)";
    private const int RowsLookedAt = 200_000, MostWords = 50, FewestRows = 5, Parts = 10;

    /// <summary>The profile of a column; null for times, ids and free text, whose values say nothing together.</summary>
    /// <param name="table">The name of its table.</param>
    /// <param name="column">The column.</param>
    /// <param name="borders">The borders between parts of numbers; null for its own deciles.</param>
    public static ColumnProfile? Of(string table, Column column, IReadOnlyList<double>? borders = null) => column switch
    {
        TextColumn { Words.Length: <= MostWords } words => WithoutRare(Count(table, words, words.Words, row => words.Codes[row])),
        NumberColumn numbers => OfNumbers(table, numbers, [.. borders ?? Deciles(numbers)]),
        FlagColumn flags => Count(table, flags, ["no", "yes"], row => flags.Flags[row]),
        _ => null,
    };

    // So few people may be known by their word alone.
    private static ColumnProfile WithoutRare(ColumnProfile counted)
    {
        var kept = counted.Groups.Zip(counted.Counts).Where(group => group.Second >= FewestRows || group.First == Missing).ToList();
        long rare = counted.Counts.Sum() - kept.Sum(group => group.Second);
        return rare == 0 ? counted : counted with { Groups = [.. kept.Select(group => group.First), Other], Counts = [.. kept.Select(group => group.Second), rare] };
    }

    private static ColumnProfile OfNumbers(string table, NumberColumn column, double[] borders) =>
        Count(table, column, [.. Enumerable.Range(0, borders.Length + 1).Select(part => PartName(part, borders))], row => PartOf(column.Values[row], borders)) with { Borders = borders };

    /// <summary>The part that a number falls in: a border belongs to the part that it ends.</summary>
    private static int PartOf(double value, double[] borders)
    {
        if (double.IsNaN(value))
            return -1;
        int part = 0;
        while (part < borders.Length && borders[part] < value)
            part++;
        return part;
    }

    private static string PartName(int part, double[] borders) => (part, borders.Length) switch
    {
        (_, 0) => "any",
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"up to {borders[0]:R}"),
        (var last, var count) when last == count => string.Create(CultureInfo.InvariantCulture, $"over {borders[^1]:R}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"over {borders[part - 1]:R} to {borders[part]:R}"),
    };

    private static double[] Deciles(NumberColumn column)
    {
        double[] values = [.. Rows(column).Select(row => column.Values[row]).Where(double.IsFinite).Order()];
        return values.Length == 0 ? [] : [.. Enumerable.Range(1, Parts - 1).Select(part => values[part * values.Length / Parts]).Distinct()];
    }

    private static ColumnProfile Count(string table, Column column, string[] names, Func<int, int> codeOf)
    {
        long[] counts = new long[names.Length + 1];
        foreach (int row in Rows(column))
            counts[codeOf(row) + 1]++;
        var groups = names.Prepend(Missing).Zip(counts).Where(group => group.Second > 0).OrderBy(group => group.First, StringComparer.Ordinal).ToList();
        return new(table, column.Name, [.. groups.Select(group => group.First)], [.. groups.Select(group => group.Second)]);
    }

    /// <summary>Rows at equal distances over the whole table.</summary>
    private static IEnumerable<int> Rows(Column column)
    {
        int step = Math.Max(1, column.Length / RowsLookedAt);
        for (int row = 0; row < column.Length; row += step)
            yield return row;
    }
}
