namespace UserOps.Data.Typing;

/// <summary>Reads the day of a time: <c>2024-01-05</c>, <c>2024/1/5</c>, <c>20240105</c>, <c>2024年1月5日</c>, <c>9/24/2016</c>, <c>5-Jan-2024</c>, <c>Jan 5, 2024</c>.</summary>
internal static class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static bool TryRead(ref Cursor text, out long ticks, out DateReading reading)
    {
        reading = DateReading.Fixed;
        return text.Digits switch
        {
            8 => TryCompact(ref text, out ticks),
            4 => TryYearFirst(ref text, out ticks),
            1 or 2 => TryYearLast(ref text, out ticks, out reading),
            0 => TryMonthName(ref text, out ticks),
            _ => Fail(out ticks),
        };
    }

    /// <summary>The ticks of a calendar day, or false when there is no such day.</summary>
    public static bool TryDay(int year, int month, int day, out long ticks)
    {
        bool exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        ticks = exists ? new DateTime(year, month, day).Ticks : 0;
        return exists;
    }

    private static bool TryCompact(ref Cursor text, out long ticks)
    {
        ticks = 0;
        return text.TryNumber(4, 4, out int year) && text.TryNumber(2, 2, out int month) && text.TryNumber(2, 2, out int day)
            && TryDay(year, month, day, out ticks);
    }

    private static bool TryYearFirst(ref Cursor text, out long ticks)
    {
        ticks = 0;
        if (!text.TryNumber(4, 4, out int year))
            return false;
        if (text.TrySkip('年'))
            return text.TryNumber(1, 2, out int m) && text.TrySkip('月') && text.TryNumber(1, 2, out int d)
                && (text.TrySkip('日') || text.TrySkip('号')) && TryDay(year, m, d, out ticks);
        char separator = text.Next;
        return separator is '-' or '/' or '.' && text.TrySkip(separator) && text.TryNumber(1, 2, out int month)
            && text.TrySkip(separator) && text.TryNumber(1, 2, out int day) && TryDay(year, month, day, out ticks);
    }

    private static bool TryYearLast(ref Cursor text, out long ticks, out DateReading reading)
    {
        (ticks, reading) = (0, DateReading.Fixed);
        char separator;
        if (!text.TryNumber(1, 2, out int first) || (separator = text.Next) is not ('/' or '-' or '.' or ' ') || !text.TrySkip(separator))
            return false;
        if (text.Digits == 0)
            return TryMonth(ref text, out int named) && text.TrySkip(separator) && TryYear(ref text, separator, out int namedYear)
                && TryDay(namedYear, named, first, out ticks);
        if (separator == ' ' || !text.TryNumber(1, 2, out int second) || !text.TrySkip(separator) || !TryYear(ref text, separator, out int year))
            return false;
        reading = first > 12 ? DateReading.OnlyDayFirst : second > 12 ? DateReading.OnlyMonthFirst : first == second ? DateReading.Fixed : DateReading.Either;
        return reading == DateReading.OnlyDayFirst ? TryDay(year, second, first, out ticks) : TryDay(year, first, second, out ticks);
    }

    private static bool TryMonthName(ref Cursor text, out long ticks)
    {
        ticks = 0;
        if (!TryMonth(ref text, out int month) || !text.TrySkip(' ') || !text.TryNumber(1, 2, out int day))
            return false;
        text.TrySkip(',');
        return text.TrySkip(' ') && text.TryNumber(4, 4, out int year) && TryDay(year, month, day, out ticks);
    }

    private static bool TryMonth(ref Cursor text, out int month)
    {
        var name = text.TakeLetters();
        month = name.Length < 3 ? 0 : 1 + Array.FindIndex(Months, name[..3].ToString().ToLowerInvariant().Equals);
        return month > 0;
    }

    /// <summary>A year of four digits, or of two (1970 to 2069) where points do not make it a version number.</summary>
    private static bool TryYear(ref Cursor text, char separator, out int year)
    {
        int digits = text.Digits;
        year = 0;
        if (digits != 4 && (digits != 2 || separator == '.') || !text.TryNumber(digits, digits, out year))
            return false;
        year += digits == 4 ? 0 : year < 70 ? 2000 : 1900;
        return true;
    }

    private static bool Fail(out long ticks)
    {
        ticks = 0;
        return false;
    }
}
