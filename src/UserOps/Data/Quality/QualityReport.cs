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
        new("Table", Format.Text), new("Rows read", Format.Count), new("Kept", Format.Count), new("Dropped", Format.Count),
        new("Coerced values", Format.Count), new("Equal rows", Format.Count), new("Without user id", Format.Count), new("Without time", Format.Count),
        new("Negative amounts", Format.Count), new("First day", Format.Date), new("Last day", Format.Date),
    ];

    /// <summary>Warnings that concern several tables, such as ids that match only after normalising.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        [.. Warnings, .. Guesses(), .. Tables.Zip(Facts, FactNotes).SelectMany(notes => notes)];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new ColumnReport(Tables), new FindingReport(Tables)];

    /// <inheritdoc/>
    public override Table ToTable() => new("Data quality", Headings, Tables.Zip(Facts, Row),
        $"{Identity.Files.Count} {(Identity.Files.Count == 1 ? "file" : "files")}, report time zone {Identity.TimeZone}, hash {Identity.Hash}. {string.Join(" ", Forms())}".TrimEnd());

    /// <summary>The table and the notes alone, for a report on something else.</summary>
    public QualityOverview Overview => new(this);

    /// <inheritdoc/>
    public override MimeBundle Render() => base.Render().With(MimeBundle.Data, Identity.ToJson());

    /// <summary>What was guessed, said once where it holds for several tables.</summary>
    private IEnumerable<string> Guesses() =>
        from table in Tables
        from guess in table.Guesses
        group table.Table by guess into tables
        select $"{string.Join(", ", tables.Distinct())}: {tables.Key}";

    private static object?[] Row(TableQuality table, TableFacts facts) =>
    [
        table.Table, table.RowsRead, table.RowsKept, table.RowsRead - table.RowsKept,
        table.Columns.Sum(column => column.Coerced.Sum(finding => finding.Count)), facts.DuplicateRows, facts.MissingIds, facts.MissingTimes,
        facts.NegativeAmounts, facts.FirstDay, facts.LastDay,
    ];

    private IEnumerable<string> Forms() => Tables
        .Where(table => table.Encoding is not null)
        .GroupBy(table => string.Join(", ", new[] { table.Encoding, table.Delimiter }.OfType<string>()), table => table.Table)
        .Select(tables => $"{tables.Key}: {string.Join(", ", tables)}.");

    private static IEnumerable<string> FactNotes(TableQuality table, TableFacts facts)
    {
        if (facts.DuplicateRows > 0)
            yield return $"{table.Table}: {Format.Count.Write(facts.DuplicateRows)} rows equal an earlier row in every column. They are kept: the table "
                + "has no key that would tell a repeated export from a repeated event.";
        if (facts.MissingIds > 0)
            yield return $"{table.Table}: {Format.Count.Write(facts.MissingIds)} rows have no user id. They are in the table, but in no question about users.";
        if (facts.EmptyDays.Count > 0)
            yield return $"{table.Table}: {Format.Count.Write(facts.EmptyDays.Count)} days have no row: {string.Join(", ", facts.EmptyDays.Take(DaysListed).Select(day => Format.Date.Write(day)))}"
                + (facts.EmptyDays.Count > DaysListed ? " …" : "") + ".";
    }
}
