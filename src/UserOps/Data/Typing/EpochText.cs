using System.Globalization;

namespace UserOps.Data.Typing;

/// <summary>Reads times written as digits alone: <c>20240105</c>, <c>20240105130200</c>, seconds, milliseconds or microseconds since 1970.</summary>
internal static class EpochText
{
    public static bool TryRead(ReadOnlySpan<char> text, out ParsedTime time)
    {
        time = default;
        int point = text.IndexOf('.');
        var digits = point < 0 ? text : text[..point];
        if (digits.Length is not (8 or 9 or 10 or 13 or 14 or 16) || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        long number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length switch
        {
            8 => point < 0 && TryDay(number, 0, out time),
            14 => point < 0 && TryDay(number / 1_000_000, number % 1_000_000, out time),
            _ => TryFraction(point < 0 ? [] : text[(point + 1)..], out double fraction) && Since1970(number, digits.Length, fraction, out time),
        };
    }

    private static bool TryDay(long date, long clock, out ParsedTime time)
    {
        (int hour, int minute, int second) = ((int)(clock / 10000), (int)(clock / 100 % 100), (int)(clock % 100));
        bool valid = DateText.TryDay((int)(date / 10000), (int)(date / 100 % 100), (int)(date % 100), out long ticks) && hour < 24 && minute < 60 && second < 60;
        time = new(ticks + ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond, IsUtc: false);
        return valid;
    }

    private static bool Since1970(long number, int digits, double fraction, out ParsedTime time)
    {
        long unit = digits switch { 16 => TimeSpan.TicksPerMicrosecond, 13 => TimeSpan.TicksPerMillisecond, _ => TimeSpan.TicksPerSecond };
        time = new(DateTime.UnixEpoch.Ticks + number * unit + (long)(fraction * unit), IsUtc: true);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> digits, out double fraction)
    {
        fraction = 0;
        return digits.IsEmpty || double.TryParse($"0.{digits}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction);
    }
}
