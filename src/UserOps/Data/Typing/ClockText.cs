namespace UserOps.Data.Typing;

/// <summary>Reads the time of day and the offset: <c>13:02</c>, <c>1:02:03.5 PM</c>, <c>130203</c>, <c>13时2分</c>, then <c>Z</c> or <c>+08:00</c>.</summary>
internal static class ClockText
{
    /// <summary>The ticks since midnight.</summary>
    public static bool TryRead(ref Cursor text, out long ticks)
    {
        ticks = 0;
        bool? afternoon = Half(ref text, "上午", "下午");
        if (!TryParts(ref text, out int hour, out int minute, out int second) || !TryFraction(ref text, out long fraction))
            return false;
        text.SkipBlanks();
        afternoon ??= Half(ref text, "AM", "PM");
        if (minute > 59 || second > 59 || !TryHour(ref hour, afternoon))
            return false;
        ticks = ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    /// <summary>The offset from UTC in ticks; null when none is named.</summary>
    public static bool TryOffset(ref Cursor text, out long? offset)
    {
        offset = null;
        text.SkipBlanks();
        if (text.AtEnd)
            return true;
        if (text.TrySkip("Z") || text.TrySkip("UTC") || text.TrySkip("GMT"))
            offset = 0;
        if (text.AtEnd)
            return true;
        int sign = text.TrySkip('+') ? 1 : text.TrySkip('-') ? -1 : 0;
        if (sign == 0 || !text.TryNumber(1, 2, out int hours))
            return false;
        int minutes = 0;
        if ((text.TrySkip(':') || text.Digits == 2) && !text.TryNumber(2, 2, out minutes))
            return false;
        offset = sign * (hours * TimeSpan.TicksPerHour + minutes * TimeSpan.TicksPerMinute);
        return text.AtEnd && hours <= 14 && minutes < 60;
    }

    private static bool TryParts(ref Cursor text, out int hour, out int minute, out int second)
    {
        (hour, minute, second) = (0, 0, 0);
        if (text.Digits is 4 or 6)
            return text.TryNumber(2, 2, out hour) && text.TryNumber(2, 2, out minute) && (text.Digits == 0 || text.TryNumber(2, 2, out second));
        if (!text.TryNumber(1, 2, out hour))
            return false;
        if (text.TrySkip('时') || text.TrySkip('点'))
            return (text.Digits == 0 || text.TryNumber(1, 2, out minute) && (text.TrySkip('分') || text.AtEnd))
                && (text.Digits == 0 || text.TryNumber(1, 2, out second) && (text.TrySkip('秒') || text.AtEnd));
        return text.TrySkip(':') && text.TryNumber(2, 2, out minute) && (!text.TrySkip(':') || text.TryNumber(2, 2, out second));
    }

    private static bool TryFraction(ref Cursor text, out long ticks)
    {
        ticks = 0;
        if (!text.TrySkip('.') && !text.TrySkip(','))
            return true;
        int digits = Math.Min(text.Digits, 7);
        if (!text.TryNumber(1, 7, out int number))
            return false;
        ticks = number;
        for (; digits < 7; digits++)
            ticks *= 10;
        // Digits beyond 100 ns are cut off.
        while (text.Digits > 0)
            text.TryNumber(1, 7, out _);
        return true;
    }

    private static bool? Half(ref Cursor text, string morning, string afternoon) =>
        text.TrySkip(morning) ? false : text.TrySkip(afternoon) ? true : null;

    private static bool TryHour(ref int hour, bool? afternoon)
    {
        if (afternoon is null)
            return hour <= 23;
        bool valid = hour is >= 1 and <= 12;
        hour = hour % 12 + (afternoon.Value ? 12 : 0);
        return valid;
    }
}
