using UserOps.Data;
using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Contracts;

/// <summary>The tables of an export by the names that contracts use.</summary>
internal sealed class ExportTables(Dataset export, DataWords words)
{
    private const int MostNames = 20;

    private static readonly string[] Known = [.. Enum.GetNames<TableKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>What is wrong with a table or a column, in one sentence; null when nothing is.</summary>
    /// <param name="name"><c>orders</c> or <c>users.channel</c>.</param>
    /// <param name="rows">How many rows it must have.</param>
    public string? Lack(string name, long rows)
    {
        string[] parts = name.Split('.', 2);
        return Find(parts[0]) is not { } table ? MissingTable(parts[0])
            : table.RowCount == 0 ? words.NoRows(table.Name)
            : table.RowCount < rows ? words.TooFewRows(table.Name, Words.Count(table.RowCount), Words.Count(rows))
            : parts.Length == 2 ? ColumnLack(table, parts[1]) : null;
    }

    /// <summary>What is wrong with a name that somebody gave to a parameter; null where it is known, or where the export lacks what could know it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What it was given.</param>
    /// <param name="naming">What it may name.</param>
    public string? Unknown(string parameter, string value, NamingParameters naming)
    {
        string[] there = [.. naming.AnyOf.SelectMany(NamesIn).Distinct()];
        if (there.Length == 0 || there.Contains(value))
            return null;
        string found = string.Join(", ", there.Take(MostNames)) + (there.Length > MostNames ? ", …" : "");
        return words.UnknownName(parameter, value, naming, found) + (NearestName.Find(value, there) is { } nearest ? words.Meant(nearest) : "");
    }

    private IEnumerable<string> NamesIn(string place) => place.Split('.', 2) switch
    {
        [var table] => Find(table)?.Columns.Select(column => column.Name) ?? [],
        [var table, var column] => Find(table) is { } found && found.TryGet<TextColumn>(column, out var texts) ? texts.Words : [],
        _ => [],
    };

    private TypedTable? Find(string name) => Enum.TryParse<TableKind>(name, ignoreCase: true, out var kind) && Known.Contains(name.ToLowerInvariant())
        ? export.Has(kind) ? export.Table(kind) : null
        : export.WideNames.FirstOrDefault(wide => wide.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? export.Wide(found) : null;

    private string MissingTable(string name)
    {
        if (Enum.TryParse<TableKind>(name, ignoreCase: true, out var kind) && export.WhyNot(kind) is { } reason)
            return reason;
        string[] there = [.. export.Kinds.Select(known => known.ToString().ToLowerInvariant()), .. export.WideNames];
        string found = there.Length == 0 ? words.NoTableAtAll : string.Join(", ", there);
        return words.NoTable(found, name) + (NearestName.Find(name, there.Concat(Known).Except([name])) is { } nearest ? words.Meant(nearest) : "");
    }

    private string? ColumnLack(TypedTable table, string column)
    {
        if (!table.Columns.Any(known => known.Name == column))
            return words.NoColumn(table.Name, column, string.Join(", ", table.Columns.Select(known => known.Name)))
                + (NearestName.Find(column, SourcesOf(table)) is { } alike ? words.LooksLike(alike, $"{table.Name}.{column}") : "");
        return Misread(table, column);
    }

    private IEnumerable<string> SourcesOf(TypedTable table) =>
        export.Readings.Where(quality => quality.Table == table.Name).SelectMany(quality => quality.Columns).Select(column => column.Source);

    /// <summary>A column of which most values are missing because they could not be read.</summary>
    private string? Misread(TypedTable table, string name)
    {
        var column = export.Readings.Where(quality => quality.Table == table.Name).SelectMany(quality => quality.Columns).FirstOrDefault(column => column.Name == name);
        if (column is null)
            return null;
        if (column.Missing == table.RowCount && column.Coerced.Count == 0)
            return words.EmptyColumn($"{table.Name}.{name}");
        var unread = column.Coerced.FirstOrDefault(finding => finding.What.EndsWith(": missing", StringComparison.Ordinal) && finding.Count > table.RowCount / 2);
        return unread is null ? null : words.Unreadable($"{table.Name}.{name}", Words.Count(unread.Count), Words.Count(table.RowCount), unread.What.Split(':')[0], Samples(unread));
    }

    private static string Samples(Finding finding) => string.Join(", ", finding.Places.Take(3).Select(place => $"'{place.Sample}'"));
}
