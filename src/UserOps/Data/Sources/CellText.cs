using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace UserOps.Data.Sources;

/// <summary>Writes typed values as the text that an export would hold: no exponents, ISO dates, invariant culture; missing values are empty.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null or DBNull => "",
        string text => text,
        double number => Of(number),
        float number => Of(number),
        bool flag => flag ? "true" : "false",
        DateTime time => Of(time),
        DateTimeOffset time => Of(time.UtcDateTime),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        Stream bytes => Of(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable => JsonSerializer.Serialize(value),
        _ => value.ToString() ?? "",
    };

    /// <summary>Spreadsheets keep ids as floating-point numbers: whole ones are written with all their digits.</summary>
    private static string Of(double number) =>
        !double.IsFinite(number) ? ""
        : double.IsInteger(number) && Math.Abs(number) < 1e28 ? number.ToString("F0", CultureInfo.InvariantCulture)
        : Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>To the millisecond: spreadsheets keep times as fractions of a day, which rarely hit a second. UTC is marked by its Z.</summary>
    private static string Of(DateTime time)
    {
        var rounded = new DateTime((time.Ticks + TimeSpan.TicksPerMillisecond / 2) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, time.Kind);
        string format = rounded.TimeOfDay == TimeSpan.Zero && time.Kind != DateTimeKind.Utc ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFF";
        return rounded.ToString(format, CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "");
    }

    private static string Of(Stream bytes)
    {
        using var memory = new MemoryStream();
        bytes.CopyTo(memory);
        return Convert.ToHexString(memory.ToArray());
    }
}
