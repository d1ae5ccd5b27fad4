using System.Globalization;

namespace UserOps.Display;

internal static class FormatWriter
{
    public static string Write(Format format, object? value, CultureInfo culture)
    {
        if (value is null or double.NaN or float.NaN)
            return "";
        return format.Kind switch
        {
            FormatKind.Number => WithUnit(Number(value, format.Digits, culture), format.Unit),
            FormatKind.Money => Money(ToDouble(value), format, culture),
            FormatKind.Percent => Number(ToDouble(value) * 100, format.Digits, culture) + " %",
            FormatKind.Points => Signed(ToDouble(value) * 100, format.Digits, culture) + " pp",
            FormatKind.Date => Date(value),
            FormatKind.Timestamp => Timestamp(value),
            FormatKind.Duration => Duration(value, format.Digits, culture),
            FormatKind.Flag => value is true ? "yes" : value is false ? "no" : Text(value, culture),
            _ => Text(value, culture),
        };
    }

    private static string Text(object value, CultureInfo culture) =>
        value is IFormattable formattable ? formattable.ToString(null, culture) : value.ToString() ?? "";

    private static string Number(object value, int digits, CultureInfo culture) =>
        value is IFormattable number ? number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), culture) : value.ToString() ?? "";

    private static string WithUnit(string number, string unit) => unit.Length == 0 ? number : number + " " + unit;

    private static string Signed(double value, int digits, CultureInfo culture) =>
        (value > 0 ? "+" : "") + Number(value, digits, culture);

    private static string Money(double amount, Format format, CultureInfo culture)
    {
        string digits = Number(Math.Abs(amount), format.Digits, culture);
        string sign = amount < 0 ? "-" : "";
        return format.Unit.Length <= 1 ? sign + format.Unit + digits : $"{sign}{digits} {format.Unit}";
    }

    private static string Date(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Timestamp(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        _ => Date(value),
    };

    private static string Duration(object value, int digits, CultureInfo culture)
    {
        if (value is not TimeSpan span)
            return value.ToString() ?? "";
        (double amount, string unit) = Math.Abs(span.TotalSeconds) switch
        {
            >= 2 * 86400 => (span.TotalDays, "days"),
            >= 2 * 3600 => (span.TotalHours, "h"),
            >= 120 => (span.TotalMinutes, "min"),
            _ => (span.TotalSeconds, "s"),
        };
        return WithUnit(Number(amount, digits, culture), unit);
    }

    private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
