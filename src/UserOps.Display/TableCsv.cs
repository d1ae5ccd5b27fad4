using System.Globalization;
using CsvHelper;

namespace UserOps.Display;

internal static class TableCsv
{
    public static void Write(Table table, TextWriter writer)
    {
        CsvText.WriteMark(writer);
        using var csv = new CsvWriter(writer, CsvText.ForWriting, leaveOpen: true);
        foreach (var column in table.Columns)
            csv.WriteField(CsvText.Defuse(column.PlainHeading));
        csv.NextRecord();
        foreach (var row in table.Rows)
        {
            for (int i = 0; i < row.Count; i++)
                csv.WriteField(Cell(table.Columns[i].Format, row[i]));
            csv.NextRecord();
        }
    }

    private static string Cell(Format format, object? value) => value switch
    {
        null or double.NaN or float.NaN => "",
        TimeSpan span when format.Kind == FormatKind.Duration => span.TotalSeconds.ToString("R", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset or DateOnly => CsvText.Iso(value, dateOnly: format.Kind == FormatKind.Date),
        double or float or decimal or Half when format.IsNumeric => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ when format.IsNumeric && IsWhole(value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => CsvText.Defuse(format.Kind == FormatKind.Flag ? format.Write(value) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static bool IsWhole(object value) => value is int or long or short or byte or uint or ulong or ushort or sbyte;
}
