using System.Globalization;
using Microsoft.Data.Analysis;

namespace UserOps.Display;

internal static class TableFrame
{
    public static DataFrame Convert(Table table) => new(table.Columns.Select((column, i) => Column(column, table.Rows.Select(row => row[i]))));

    private static DataFrameColumn Column(TableColumn column, IEnumerable<object?> values) => column.Format.Kind switch
    {
        _ when column.Format.IsNumeric => new DoubleDataFrameColumn(column.PlainHeading, values.Select(Number)),
        FormatKind.Date or FormatKind.Timestamp => new DateTimeDataFrameColumn(column.PlainHeading, values.Select(Moment)),
        _ => new StringDataFrameColumn(column.PlainHeading, values.Select(value => value is null ? null : column.Format.Write(value))),
    };

    private static double? Number(object? value) => value switch
    {
        null or double.NaN or float.NaN => null,
        TimeSpan span => span.TotalSeconds,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DateTime? Moment(object? value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time.DateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };
}
