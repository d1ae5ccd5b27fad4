using System.Text;

namespace UserOps.Display;

internal static class TableMarkdown
{
    public static string Write(Table table)
    {
        var markdown = new StringBuilder().Append("**").Append(Escape(table.Title)).Append("**\n");
        AppendRow(markdown, table.Columns.Select(column => Escape(column.Name)));
        AppendRow(markdown, table.Columns.Select(column => column.Format.IsNumeric ? "---:" : "---"));
        foreach (var row in table.Rows)
            AppendRow(markdown, row.Select((value, i) => Escape(table.Columns[i].Format.Write(value))));
        if (!string.IsNullOrEmpty(table.Caption))
            markdown.Append("\n\n").Append(Escape(table.Caption));
        return markdown.ToString();
    }

    private static void AppendRow(StringBuilder markdown, IEnumerable<string> cells) =>
        markdown.Append("\n| ").AppendJoin(" | ", cells).Append(" |");

    // An entity survives where a backslash would not: raw HTML and emphasis are data here, never markup.
    private static string Escape(string cell)
    {
        var escaped = new StringBuilder(cell.Length);
        foreach (char c in cell.ReplaceLineEndings("\n"))
            escaped.Append(c switch
            {
                '\n' => "<br>",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\\' or '|' or '*' or '_' or '`' or '[' or ']' or '#' or '~' or '$' => $"\\{c}",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
