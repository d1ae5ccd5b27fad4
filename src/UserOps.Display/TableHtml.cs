using System.Text;

namespace UserOps.Display;

internal static class TableHtml
{
    // Words of a first column stay on one line up to so many letters; a sentence is broken.
    private const int LongText = 48;

    /// <summary>The table with the shared style before it.</summary>
    public static string Write(Table table, int rowLimit) => Html.Style + Bare(table, rowLimit);

    /// <summary>The table alone, for pages that have the style already.</summary>
    public static string Bare(Table table, int rowLimit)
    {
        var html = new StringBuilder("<table class=\"userops\">").Append(Caption(table)).Append("<thead><tr>");
        foreach (var column in table.Columns)
            html.Append("<th scope=\"col\"").Append(Class(column)).Append('>').Append(Html.EncodeLines(column.Name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows.Take(rowLimit))
            AppendRow(html, table, row);
        html.Append("</tbody>");
        if (table.Rows.Count > rowLimit)
            html.Append("<tfoot><tr><td colspan=\"").Append(table.Columns.Count).Append("\">").Append(RowLimit.Sentence(table, rowLimit)).Append("</td></tr></tfoot>");
        return html.Append("</table>").ToString();
    }

    private static string Caption(Table table)
    {
        string small = string.IsNullOrEmpty(table.Caption) ? "" : $"<small>{Html.EncodeLines(table.Caption)}</small>";
        return $"<caption><strong>{Html.EncodeLines(table.Title)}</strong>{small}</caption>";
    }

    private static void AppendRow(StringBuilder html, Table table, IReadOnlyList<object?> row)
    {
        html.Append("<tr>");
        for (int i = 0; i < row.Count; i++)
        {
            string text = table.Columns[i].Format.Write(row[i]);
            html.Append("<td").Append(text.Length > LongText ? " class=\"long\"" : Class(table.Columns[i])).Append('>').Append(Html.EncodeLines(text)).Append("</td>");
        }
        html.Append("</tr>");
    }

    private static string Class(TableColumn column) =>
        column.Format.IsNumeric ? " class=\"num\"" :
        column.Format.Kind is FormatKind.Date or FormatKind.Timestamp ? " class=\"time\"" : "";
}
