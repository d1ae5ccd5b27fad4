using UserOps.Data.Reading;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Data;

/// <summary>Writes the quality report and the identity of a dataset.</summary>
internal static class QualityFinder
{
    public static QualityReport Report(OpenedExport export, Calendar calendar) => new(
        [.. export.Readings.Select(reading => reading.Quality)],
        [.. export.Readings.Select(reading => FactFinder.Of(reading.Table, calendar))],
        Identity(export, calendar))
    {
        Warnings = [.. export.Warnings, .. export.Unfit.Values],
    };

    public static DataIdentity Identity(OpenedExport export, Calendar calendar)
    {
        var ranges = export.Readings.Select(reading => FactFinder.Range(FactFinder.Times(reading.Table))).ToList();
        return new(export.Files, ranges.Min(range => range.From), ranges.Max(range => range.To), calendar.TimeZone.Id,
            ContentHash.OfAll(export.Files.Select(file => file.Hash)));
    }

    /// <summary>What stands for the files of tables that were made in memory.</summary>
    public static OpenedExport InMemory(IEnumerable<TypedTable> tables) => new(
        new Dictionary<string, TypedTable>(), new Dictionary<TableKind, string>(), [.. tables.Select(InMemory)], []);

    private static TableReading InMemory(TypedTable table) => new(table, new()
    {
        Table = table.Name,
        Files = [new("in memory", table.Name, table.RowCount, ContentHash.OfAll([FormattableString.Invariant($"{table.Name} {table.RowCount}")]))],
        RowsRead = table.RowCount,
        RowsKept = table.RowCount,
        Columns = [.. table.Columns.Select(column => new ColumnQuality(column.Name, column.Name, TypeOf(column), Enumerable.Range(0, column.Length).LongCount(column.IsMissing)))],
    });

    private static string TypeOf(Column column) => column switch { TextColumn => "text", NumberColumn => "number", TimeColumn => "time", _ => "yes/no" };
}
