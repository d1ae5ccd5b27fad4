using UserOps.Time;

namespace UserOps.Data;

/// <summary>Tells whether the last day of the data is whole, from the hour at which the days before it ended.</summary>
internal static class ObservedDays
{
    private const int Lookback = 28, Least = 7;

    public static Period Of(EventStore activity, Calendar calendar, Period span)
    {
        int last = span.End.DayNumber - 1;
        long[] closing = ClosingHours(activity, calendar, last);
        long[] earlier = [.. closing[..Lookback].Where(ticks => ticks >= 0)];
        bool breaksOff = earlier.Length >= Least && closing[Lookback] < earlier.Min();
        return breaksOff ? span with { End = span.End.AddDays(-1) } : span;
    }

    /// <summary>How far into the day the last event came, for the last day and the 28 before it; −1 for a day without events.</summary>
    private static long[] ClosingHours(EventStore activity, Calendar calendar, int last)
    {
        int first = Math.Max(0, last - Lookback);
        long[] starts = [.. Enumerable.Range(first, last - first + 2).Select(calendar.StartOf)];
        long[] closing = new long[Lookback + 1];
        Array.Fill(closing, -1);
        var recent = activity.Between(starts[0], starts[^1]);
        for (int user = 0; user < recent.Users.Count; user++)
            foreach (var e in recent[user])
            {
                int day = calendar.DayOf(e.Ticks), place = day - last + Lookback;
                closing[place] = Math.Max(closing[place], e.Ticks - starts[day - first]);
            }
        return closing;
    }
}
