namespace UserOps.Data.Typing;

/// <summary>Reads <c> HH:mm:ss</c> and <c>THH:mm:ss</c> without looking for other forms.</summary>
internal static class FixedClock
{
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length != 9 || text[0] is not (' ' or 'T') || text[3] != ':' || text[6] != ':')
            return false;
        int hour = Pair(text[1], text[2]), minute = Pair(text[4], text[5]), second = Pair(text[7], text[8]);
        ticks = ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return (uint)hour < 24 && (uint)minute < 60 && (uint)second < 60;
    }

    /// <summary>The number that two digits form, or one far out of any range.</summary>
    private static int Pair(char tens, char ones) => char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) ? (tens - '0') * 10 + (ones - '0') : 99;
}
