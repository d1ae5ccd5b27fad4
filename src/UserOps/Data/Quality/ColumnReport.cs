using UserOps.Display;

namespace UserOps.Data;

/// <summary>The columns of each table: where they come from, their type, what is missing.</summary>
/// <param name="Tables">How the reading of each table went.</param>
public sealed record ColumnReport(IReadOnlyList<TableQuality> Tables) : AnalysisResult
{
    private static readonly TableColumn[] Headings =
    [
        new("Table", Format.Text), new("Column", Format.Text), new("Read from", Format.Text), new("Type", Format.Text),
        new("Missing", Format.Count), new("Missing share", Format.Percent()), new("Coerced", Format.Count),
    ];

    /// <inheritdoc/>
    public override Table ToTable() => new("Columns", Headings, Tables.SelectMany(table => table.Columns.Select(column => Row(table, column))));

    private static object?[] Row(TableQuality table, ColumnQuality column) =>
    [
        table.Table, column.Name, column.Source, column.Type, column.Missing,
        table.RowsKept == 0 ? null : (double)column.Missing / table.RowsKept, column.Coerced.Sum(finding => finding.Count),
    ];
}
