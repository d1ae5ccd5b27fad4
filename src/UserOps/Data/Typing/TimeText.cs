using System.Buffers;

namespace UserOps.Data.Typing;

/// <summary>Reads a moment in any of the usual forms.</summary>
internal static class TimeText
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>Reads a date with or without a time of day and an offset.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="digitsAlone">Whether digits alone are a time: <c>20240105</c>, seconds or milliseconds since 1970.</param>
    /// <param name="time">The moment.</param>
    public static bool TryParse(ReadOnlySpan<char> text, bool digitsAlone, out ParsedTime time)
    {
        time = default;
        if (text.Length is < 6 or > 40)
            return false;
        if (!text.ContainsAnyExcept(DigitsAndPoint) && text.Count('.') <= 1)
            return digitsAlone && EpochText.TryRead(text, out time);
        var cursor = new Cursor(text);
        if (!DateText.TryRead(ref cursor, out long day, out var reading))
            return false;
        if (cursor.AtEnd)
        {
            time = new(day, false, reading);
            return true;
        }
        if (!(TryBorder(ref cursor) || text.ContainsAny('日', '号')) || !ClockText.TryRead(ref cursor, out long clock) || !ClockText.TryOffset(ref cursor, out long? offset))
            return false;
        time = new(day + clock - (offset ?? 0), offset is not null, reading);
        return time.Ticks is > 0 and < 3155378975999999999;
    }

    /// <summary>Whether the text is a day without a time of day.</summary>
    public static bool IsDay(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(text);
        return text.Length == 8 && !text.ContainsAnyExceptInRange('0', '9') || DateText.TryRead(ref cursor, out _, out _) && cursor.AtEnd;
    }

    /// <summary>What stands between day and time: a <c>T</c>, a comma, blanks.</summary>
    private static bool TryBorder(ref Cursor text)
    {
        bool found = text.TrySkip('T') || text.TrySkip(',') || text.Next == ' ';
        text.SkipBlanks();
        return found;
    }
}
