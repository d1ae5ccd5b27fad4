using System.Runtime.CompilerServices;

namespace UserOps.Data.Typing;

/// <summary>Reads <c>2024-01-05 13:02:03</c>, the form that most rows of most exports have, without looking for other forms.</summary>
internal static class FixedTime
{
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length != 19 || text[4] != '-' || text[7] != '-' || text[10] is not (' ' or 'T') || text[13] != ':' || text[16] != ':')
            return false;
        int century = Pair(text[0], text[1]), year = Pair(text[2], text[3]), month = Pair(text[5], text[6]), day = Pair(text[8], text[9]);
        int hour = Pair(text[11], text[12]), minute = Pair(text[14], text[15]), second = Pair(text[17], text[18]);
        if (century > 99 || year > 99 || hour > 23 || minute > 59 || second > 59 || !DateText.TryDay(century * 100 + year, month, day, out long date))
            return false;
        ticks = date + ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>The number that two digits form, or one above 99.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pair(char tens, char ones)
    {
        uint high = (uint)tens - '0', low = (uint)ones - '0';
        return high <= 9 && low <= 9 ? (int)(high * 10 + low) : 1000;
    }
}
