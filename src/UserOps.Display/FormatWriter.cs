using System.Globalization;

namespace UserOps.Display;

internal static class FormatWriter
{
    // A number and its unit never part at the end of a line.
    private const string NoBreak = "\u00A0";
    private const string Minus = "\u2212";

    public static string Write(Format format, object? value, CultureInfo culture)
    {
        if (value is null or double.NaN or float.NaN)
            return "";
        return format.Kind switch
        {
            FormatKind.Number => WithUnit(Number(value, format.Digits, culture), format.Unit),
            FormatKind.Money => Money(value, format, culture),
            FormatKind.Percent => WithUnit(Number(Hundredfold(value), format.Digits, culture), "%"),
            FormatKind.Points => WithUnit(Signed(Hundredfold(value), format.Digits, culture), "pp"),
            FormatKind.Date => Date(value),
            FormatKind.Timestamp => Timestamp(value),
            FormatKind.Duration => Duration(value, format.Digits, culture),
            FormatKind.Flag => value is true ? "yes" : value is false ? "no" : Text(value, culture),
            _ => Text(value, culture),
        };
    }

    private static string Text(object value, CultureInfo culture) => value switch
    {
        DateOnly => Date(value),
        DateTime or DateTimeOffset => Timestamp(value),
        IFormattable formattable => formattable.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    // Words among numbers, such as a suppressed "< 5", pass as they are.
    private static string Number(object value, int digits, CultureInfo culture)
    {
        if (value is not IConvertible or string)
            return Text(value, culture);
        if (value is double.PositiveInfinity or double.NegativeInfinity)
            return value is double.PositiveInfinity ? "∞" : Minus + "∞";
        string number = ((IFormattable)value).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), culture);
        string negative = culture.NumberFormat.NegativeSign;
        if (!number.StartsWith(negative, StringComparison.Ordinal))
            return number;
        string absolute = number[negative.Length..];
        return absolute.Any(c => c is >= '1' and <= '9') ? Minus + absolute : absolute;
    }

    private static string WithUnit(string number, string unit) => unit.Length == 0 ? number : number + NoBreak + unit;

    private static string Signed(object value, int digits, CultureInfo culture)
    {
        string number = Number(value, digits, culture);
        return !number.StartsWith(Minus, StringComparison.Ordinal) && number.Any(c => c is >= '1' and <= '9') ? "+" + number : number;
    }

    // A sign stands before the amount, a code or a word such as CNY or 元 behind it.
    private static string Money(object amount, Format format, CultureInfo culture)
    {
        string number = Number(amount, format.Digits, culture);
        if (format.Unit.All(char.IsLetter))
            return WithUnit(number, format.Unit);
        return number.StartsWith(Minus, StringComparison.Ordinal) ? Minus + format.Unit + number[Minus.Length..] : format.Unit + number;
    }

    private static object Hundredfold(object value) => value switch
    {
        decimal exact => exact * 100,
        string words => words,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture) * 100,
        _ => value,
    };

    private static string Date(object value) => value switch
    {
        DateOnly or DateTime or DateTimeOffset => ((IFormattable)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
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
        if (Span(value) is not { } span)
            return Text(value, culture);
        (double amount, string unit) = Math.Abs(span.TotalSeconds) switch
        {
            >= 2 * 86400 => (span.TotalDays, "days"),
            >= 2 * 3600 => (span.TotalHours, "h"),
            >= 120 => (span.TotalMinutes, "min"),
            _ => (span.TotalSeconds, "s"),
        };
        return WithUnit(Number(amount, digits, culture), unit);
    }

    // A bare number is a span in seconds, as in CSV and DataFrames.
    private static TimeSpan? Span(object value) => value switch
    {
        TimeSpan span => span,
        double or float or int or long or decimal when Convert.ToDouble(value, CultureInfo.InvariantCulture) is > -9e11 and < 9e11 and var seconds =>
            TimeSpan.FromSeconds(seconds),
        _ => null,
    };
}
