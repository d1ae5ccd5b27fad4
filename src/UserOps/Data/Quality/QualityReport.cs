using UserOps.Display;

namespace UserOps.Data;

/// <summary>What opening an export kept, coerced, dropped and guessed, table by table. Nothing is left out silently.</summary>
/// <param name="Tables">How the reading of each table went.</param>
/// <param name="Facts">What the values say, in the order of <paramref name="Tables"/>.</param>
/// <param name="Identity">The files that stand behind the tables.</param>
public sealed record QualityReport(IReadOnlyList<TableQuality> Tables, IReadOnlyList<TableFacts> Facts, DataIdentity Identity) : AnalysisResult
{
    private static readonly TableColumn[] Headings =
    [
        new("Table", Format.Text), new("Files", Format.Count), new("Rows read", Format.Count), new("Kept", Format.Count), new("Dropped", Format.Count),
        new("Coerced values", Format.Count), new("Equal rows", Format.Count), new("Without user id", Format.Count), new("Without time", Format.Count),
        new("From (UTC)", Format.Timestamp), new("To (UTC)", Format.Timestamp), new("Days without rows", Format.Count),
    ];

    /// <summary>Warnings that concern several tables, such as ids that match only after normalising.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public override Table ToTable() => new("Data quality", Headings, Tables.Zip(Facts, Row), $"{Identity.Files.Count} files, hash {Identity.Hash}");

    private static object?[] Row(TableQuality table, TableFacts facts) =>
    [
        table.Table, table.Files.Count, table.RowsRead, table.RowsKept, table.RowsRead - table.RowsKept,
        table.Columns.Sum(column => column.Coerced.Sum(finding => finding.Count)), facts.DuplicateRows, facts.MissingIds, facts.MissingTimes,
        facts.From, facts.To, facts.EmptyDays.Count,
    ];
}
