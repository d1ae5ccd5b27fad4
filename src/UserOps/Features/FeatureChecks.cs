using UserOps.Data;

namespace UserOps.Features;

/// <summary>What a ready table must hold to before its columns are features.</summary>
internal static class FeatureChecks
{
    // Models hold numbers in single precision, and sums of squares must not overflow.
    private const double Largest = 1e30;

    /// <summary>The ids of a ready table, each once.</summary>
    public static string[] Ids(TypedTable table, string id)
    {
        var column = table.Get<Column>(id);
        if (column is not (TextColumn or NumberColumn))
            throw new UserOpsException($"Column '{id}' of table '{table.Name}' is a {column.GetType().Name}; ids are words or numbers. Name another column.");
        var seen = new Dictionary<string, int>(table.RowCount, StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
            if (!seen.TryAdd(Text(table, column, row), row))
                throw new UserOpsException(
                    $"Id '{Text(table, column, row)}' of table '{table.Name}' stands in rows {seen[Text(table, column, row)] + 1} and {row + 1}; "
                    + "one row a user is needed. Drop the repeated rows, or name the column that is different in each row.");
        return [.. seen.Keys];
    }

    /// <summary>Infinite and enormous values are refused: no mean, distance or score can be made of them.</summary>
    public static void Finite(TypedTable columns)
    {
        foreach (var column in columns.Columns.OfType<NumberColumn>())
            if (Array.FindIndex(column.Values, value => Math.Abs(value) > Largest) is var row and >= 0)
                throw new UserOpsException(FormattableString.Invariant(
                    $"Column '{column.Name}' of table '{columns.Name}' is {(double.IsInfinity(column.Values[row]) ? "infinite" : column.Values[row])} in row {row + 1}; a number of at most {Largest}, or nothing, is needed. ")
                    + "Look for a division by zero where the table was made, or measure in a larger unit.");
    }

    private static string Text(TypedTable table, Column column, int row) => column.ValueAt(row) is { } value
        ? FeatureTable.IdText(value)
        : throw new UserOpsException($"Row {row + 1} of table '{table.Name}' has no '{column.Name}'; every user needs an id. Fill it in, or drop the row.");
}
