using System.Globalization;
using System.Text;

namespace UserOps.Display;

internal static class TableText
{
    public static string Write(Table table, int rowLimit)
    {
        string[] headings = [.. table.Columns.Select(column => OneLine(column.Name))];
        string[][] rows = [.. table.Rows.Take(rowLimit).Select(row => Cells(table, row))];
        int[] widths = [.. headings.Select((heading, i) => rows.Select(row => TextWidth.Of(row[i])).Append(TextWidth.Of(heading)).Max())];

        var text = new StringBuilder(table.Title);
        AppendRow(text, table, headings, widths);
        AppendRow(text, table, [.. widths.Select(width => new string('─', width))], widths);
        foreach (string[] row in rows)
            AppendRow(text, table, row, widths);
        if (table.Rows.Count > rowLimit)
            text.Append('\n').Append(RowLimit.Sentence(table, rowLimit));
        if (!string.IsNullOrEmpty(table.Caption))
            text.Append('\n').Append(table.Caption);
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, Table table, string[] cells, int[] widths)
    {
        var padded = cells.Select((cell, i) => TextWidth.Pad(cell, widths[i], table.Columns[i].Format.IsNumeric));
        text.Append('\n').Append(string.Join("  ", padded).TrimEnd(' '));
    }

    private static string[] Cells(Table table, IReadOnlyList<object?> row) =>
        [.. row.Select((value, i) => OneLine(table.Columns[i].Format.Write(value)))];

    private static string OneLine(string cell) => cell.AsSpan().ContainsAny('\r', '\n', '\t')
        ? cell.ReplaceLineEndings(" ").Replace('\t', ' ')
        : cell;
}

internal static class RowLimit
{
    public const int Usual = 200;

    public static string Sentence(Table table, int rowLimit) =>
        string.Create(CultureInfo.InvariantCulture, $"… and {table.Rows.Count - rowLimit:N0} more {(table.Rows.Count - rowLimit == 1 ? "row" : "rows")}");
}
