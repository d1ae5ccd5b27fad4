using System.Globalization;
using System.Text;

namespace UserOps.Display;

internal static class TableText
{
    public static string Write(Table table)
    {
        string[][] cells = [[.. table.Columns.Select(column => column.Name)], .. table.Rows.Select(row => Cells(table, row))];
        int[] widths = [.. table.Columns.Select((_, i) => cells.Max(row => row[i].Length))];
        var text = new StringBuilder(table.Title);
        foreach (string[] row in cells)
            text.Append('\n').AppendJoin("  ", row.Select((cell, i) => table.Columns[i].Format.IsNumeric ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
        return (table.Caption is null ? text : text.Append('\n').Append(table.Caption)).ToString();
    }

    private static string[] Cells(Table table, IReadOnlyList<object?> row) =>
        [.. row.Select((value, i) => table.Columns[i].Format.Write(value, CultureInfo.InvariantCulture))];
}
