using System.Globalization;
using UserOps.Display;

namespace UserOps.Reports.Delivery;

/// <summary>How a spreadsheet prints what a <see cref="Format"/> prints: the value stays a number or a date.</summary>
internal static class SheetFormat
{
    /// <summary>The format in the language of spreadsheets, or null for words.</summary>
    public static string? Of(Format format) => format.Kind switch
    {
        FormatKind.Percent => "0" + Decimals(format.Digits) + "%",
        FormatKind.Points => "+0" + Decimals(format.Digits + 2) + ";-0" + Decimals(format.Digits + 2),
        FormatKind.Number or FormatKind.Money => "#,##0" + Decimals(format.Digits),
        FormatKind.Duration => "#,##0.0",
        FormatKind.Plain => "General",
        FormatKind.Date => "yyyy-mm-dd",
        FormatKind.Timestamp => "yyyy-mm-dd hh:mm",
        _ => null,
    };

    /// <summary>The heading, with the unit that the number format does not tell.</summary>
    public static string Heading(TableColumn column) => column.Format switch
    {
        { Kind: FormatKind.Duration } => column.Name + " (s)",
        { Kind: FormatKind.Money or FormatKind.Number, Unit: { Length: > 0 } unit } when !column.Name.Contains(unit, StringComparison.OrdinalIgnoreCase) => $"{column.Name} ({unit})",
        _ => column.Name,
    };

    private static string Decimals(int digits) => digits == 0 ? "" : "." + new string('0', digits).ToString(CultureInfo.InvariantCulture);
}
