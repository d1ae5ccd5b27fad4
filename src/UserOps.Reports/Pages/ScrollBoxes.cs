using System.Text.RegularExpressions;

namespace UserOps.Reports.Pages;

/// <summary>Puts each table of a result into a box of its own that scrolls, so that neither a wide nor a long one breaks the page.</summary>
internal static partial class ScrollBoxes
{
    public static Markup Around(string html) => new(ResultTable().Replace(html, "<div class=\"table\">$0</div>"));

    // What a result writes into its cells is encoded, so the first closing tag is the table's own.
    [GeneratedRegex("<table class=\"userops\">.*?</table>", RegexOptions.Singleline)]
    private static partial Regex ResultTable();
}
