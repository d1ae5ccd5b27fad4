using System.Globalization;

namespace UserOps.Cli.Reporting;

/// <summary>Times as people write them: <c>90s</c>, <c>10m</c>, <c>1.5h</c>; a bare number is seconds.</summary>
internal static class Duration
{
    public static TimeSpan? Parse(string text)
    {
        (string number, double unit) = text.ToLowerInvariant() switch
        {
            [.. var digits, 's'] => (digits, 1),
            [.. var digits, 'm'] => (digits, 60),
            [.. var digits, 'h'] => (digits, 3600),
            var digits => (digits, 1),
        };
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount) && amount * unit is > 0 and < 1e7 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    public static string Write(TimeSpan time) => time.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");
}
