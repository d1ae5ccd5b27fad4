using System.Globalization;
using UserOps.Data;
using UserOps.Display;

namespace UserOps.Cli.Checking;

/// <summary>How an export was read, in words: an overview, then each table, and last which notebooks it can feed.</summary>
internal static class CheckText
{
    private static readonly TableColumn[] ColumnHeadings =
        [new("Column", Format.Text), new("In the file", Format.Text), new("Type", Format.Text), new("Missing", Format.Count), new("Coerced", Format.Count)];

    public static string Write(Dataset opened, IReadOnlyList<Feeding> notebooks)
    {
        var quality = opened.Quality;
        return string.Join("\n\n",
        [
            quality.ToTable().ToString(),
            .. quality.Tables.Select(Section),
            .. quality.Warnings.Select(warning => "Note: " + warning),
            Serves(opened.Kinds),
            .. notebooks.Count == 0 ? Array.Empty<string>() : [Feeding.ToTable(notebooks).ToString()],
        ]);
    }

    /// <summary>Which questions the export can be asked.</summary>
    private static string Serves(IReadOnlyCollection<TableKind> kinds)
    {
        string known = string.Join(", ", Enum.GetNames<TableKind>().Select(name => name.ToLowerInvariant()));
        return kinds.Count == 0
            ? $"Serves as none of the known tables ({known}). Open it in a notebook as a table of its own, or name its columns with --map."
            : $"Serves as: {string.Join(", ", kinds).ToLowerInvariant()}.";
    }

    private static string Section(TableQuality table) => string.Join('\n',
    [
        Columns(table),
        .. table.Dropped.Select(finding => "Dropped: " + Sentence(finding)),
        .. table.Columns.SelectMany(column => column.Coerced.Select(finding => $"{column.Name}: {Sentence(finding)}")),
        .. table.Guesses,
    ]);

    private static string Columns(TableQuality table) => new Table(table.Table, ColumnHeadings, table.Columns.Select(Row), Caption(table)).ToString();

    private static object?[] Row(ColumnQuality column) =>
        [column.Name, column.Source, column.Type, column.Missing, column.Coerced.Sum(finding => finding.Count)];

    private static string Caption(TableQuality table) => string.Join(" · ", new[]
    {
        string.Join(", ", table.Files.Select(file => file.Name)),
        string.Create(CultureInfo.InvariantCulture, $"{table.RowsRead:N0} rows read, {table.RowsKept:N0} kept"),
        table.Encoding, table.Delimiter,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Sentence(Finding finding)
    {
        string places = string.Join("; ", finding.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.File} line {place.Line}: {place.Sample}")));
        return string.Create(CultureInfo.InvariantCulture, $"{finding.Count:N0} × {finding.What}") + (places.Length == 0 ? "" : $" ({places})");
    }
}
