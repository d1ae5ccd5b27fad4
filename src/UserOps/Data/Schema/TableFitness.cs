using UserOps.Data.Reading;

namespace UserOps.Data.Schema;

/// <summary>Tells whether the values of a table that was read allow questions at all.</summary>
internal static class TableFitness
{
    /// <summary>Why the table cannot answer, or null when it can.</summary>
    public static string? Problem(TableReading reading)
    {
        var required = KnownTables.Named(reading.Table.Name).Columns.Where(column => column.IsRequired);
        var columns = reading.Quality.Columns.Where(column => required.Any(known => known.Name == column.Name)).ToList();
        if (reading.Quality.Columns.FirstOrDefault(column => column.Name == "amount" && column.Currencies.Count > 1) is { } mixed)
            return $"The amounts in '{mixed.Source}' are in several currencies ({string.Join(", ", mixed.Currencies)}) and no rate "
                + "between them is known. Export one currency, or convert the amounts before.";
        return columns.FirstOrDefault(column => column.Missing > reading.Table.RowCount / 2 && Misread(column) is { } finding && finding.Count > column.Missing / 2) is { } bad
            ? Unreadable(reading, bad, Misread(bad)!)
            : null;
    }

    private static Finding? Misread(ColumnQuality column) => column.Coerced.MaxBy(finding => finding.What.EndsWith(": missing", StringComparison.Ordinal) ? finding.Count : 0);

    private static string Unreadable(TableReading reading, ColumnQuality column, Finding finding) =>
        FormattableString.Invariant($"Column '{column.Source}' cannot serve as {reading.Table.Name}.{column.Name}: {finding.Count:N0} of ")
        + FormattableString.Invariant($"{reading.Table.RowCount:N0} values are {finding.What.Split(':')[0]}, such as ")
        + $"{string.Join(", ", finding.Places.Take(3).Select(place => $"'{place.Sample}'"))}. "
        + $"Name another column with --map {reading.Table.Name}.{column.Name}=NAME.";
}
