using System.Globalization;
using System.Net;
using System.Text;

namespace UserOps.Display;

internal static class TableHtml
{
    public static string Write(Table table, int rowLimit)
    {
        var html = new StringBuilder("<table class=\"userops\">");
        html.Append(CultureInfo.InvariantCulture, $"<caption><strong>{WebUtility.HtmlEncode(table.Title)}</strong><br/>{WebUtility.HtmlEncode(table.Caption)}</caption><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th>{WebUtility.HtmlEncode(column.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows.Take(rowLimit))
            html.Append("<tr>").AppendJoin("", row.Select((value, i) => $"<td>{WebUtility.HtmlEncode(table.Columns[i].Format.Write(value))}</td>")).Append("</tr>");
        return html.Append("</tbody></table>").ToString();
    }
}
