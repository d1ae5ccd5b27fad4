using UserOps.Display;

namespace UserOps.Data;

/// <summary>What opening an export kept, coerced, dropped and guessed, table by table. Nothing is left out silently.</summary>
/// <param name="Tables">How the reading of each table went.</param>
/// <param name="Facts">What the values say, in the order of <paramref name="Tables"/>.</param>
/// <param name="Identity">The files that stand behind the tables.</param>
public sealed record QualityReport(IReadOnlyList<TableQuality> Tables, IReadOnlyList<TableFacts> Facts, DataIdentity Identity) : AnalysisResult
{
    private const int DaysListed = 10;

    private static readonly TableColumn[] Headings =
    [
        new("Table", Format.Text), new("Files", Format.Count), new("Rows read", Format.Count), new("Kept", Format.Count), new("Dropped", Format.Count),
        new("Coerced values", Format.Count), new("Equal rows", Format.Count), new("Without user id", Format.Count), new("Without time", Format.Count),
        new("Negative amounts", Format.Count), new("From (UTC)", Format.Timestamp), new("To (UTC)", Format.Timestamp), new("Days without rows", Format.Count),
    ];

    /// <summary>Warnings that concern several tables, such as ids that match only after normalising.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        [.. Warnings, .. Tables.SelectMany(table => table.Guesses.Select(guess => $"{table.Table}: {guess}")), .. Tables.Zip(Facts, FactNotes).SelectMany(notes => notes)];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new ColumnReport(Tables), new FindingReport(Tables)];

    /// <inheritdoc/>
    public override Table ToTable() => new("Data quality", Headings, Tables.Zip(Facts, Row),
        $"{Identity.Files.Count} files, report time zone {Identity.TimeZone}, hash {Identity.Hash}. {string.Join(" ", Tables.Select(Form).Distinct())}".TrimEnd());

    /// <inheritdoc/>
    public override MimeBundle Render() => base.Render().With(MimeBundle.Data, Identity.ToJson());

    private static object?[] Row(TableQuality table, TableFacts facts) =>
    [
        table.Table, table.Files.Count, table.RowsRead, table.RowsKept, table.RowsRead - table.RowsKept,
        table.Columns.Sum(column => column.Coerced.Sum(finding => finding.Count)), facts.DuplicateRows, facts.MissingIds, facts.MissingTimes,
        facts.NegativeAmounts, facts.From, facts.To, facts.EmptyDays.Count,
    ];

    private static string Form(TableQuality table) =>
        table.Encoding is null && table.Delimiter is null ? "" : $"{table.Table}: {string.Join(", ", new[] { table.Encoding, table.Delimiter }.OfType<string>())}.";

    private static IEnumerable<string> FactNotes(TableQuality table, TableFacts facts)
    {
        if (facts.DuplicateRows > 0)
            yield return $"{table.Table}: {facts.DuplicateRows:N0} rows equal an earlier row in every column. They are kept: the table has no key that would tell a repeated export from a repeated event.";
        if (facts.MissingIds > 0)
            yield return $"{table.Table}: {facts.MissingIds:N0} rows have no user id. They are in the table, but in no question about users.";
        if (facts.EmptyDays.Count > 0)
            yield return $"{table.Table}: {facts.EmptyDays.Count:N0} days have no row: {string.Join(", ", facts.EmptyDays.Take(DaysListed).Select(day => Format.Date.Write(day)))}"
                + (facts.EmptyDays.Count > DaysListed ? " …" : "") + ".";
    }
}
