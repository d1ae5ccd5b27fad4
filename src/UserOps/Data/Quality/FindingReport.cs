using UserOps.Display;

namespace UserOps.Data;

/// <summary>What was dropped or coerced, by reason, with the first places.</summary>
/// <param name="Tables">How the reading of each table went.</param>
public sealed record FindingReport(IReadOnlyList<TableQuality> Tables) : AnalysisResult
{
    private static readonly TableColumn[] Headings =
    [
        new("Table", Format.Text), new("Column", Format.Text), new("What", Format.Text), new("Count", Format.Count), new("First places", Format.Text),
    ];

    /// <inheritdoc/>
    public override Table ToTable() => new("Dropped rows and coerced values", Headings, Tables.SelectMany(Rows),
        Tables.SelectMany(Rows).Any() ? null : "Nothing was dropped or coerced.");

    private static IEnumerable<object?[]> Rows(TableQuality table) =>
    [
        .. table.Dropped.Select(finding => Row(table, "(row dropped)", finding)),
        .. table.Columns.SelectMany(column => column.Coerced.Select(finding => Row(table, column.Name, finding))),
    ];

    private static object?[] Row(TableQuality table, string column, Finding finding) =>
        [table.Table, column, finding.What, finding.Count, string.Join("; ", finding.Places.Select(place => Write(place, table.Files.Count > 1)))];

    private static string Write(Place place, bool withFile) =>
        FormattableString.Invariant($"{(withFile ? place.File + " " : "")}line {place.Line}: {place.Sample.ReplaceLineEndings("⏎")}");
}
