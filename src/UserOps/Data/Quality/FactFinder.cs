using UserOps.Time;

namespace UserOps.Data;

/// <summary>Finds what the values of a table say about it.</summary>
internal static class FactFinder
{
    /// <summary>The columns that say when a row happened, the first there is.</summary>
    private static readonly string[] TimeColumns = ["at", "signup_at", "starts_at", "from"];

    /// <summary>The facts of a table.</summary>
    public static TableFacts Of(TypedTable table, Calendar calendar)
    {
        var times = Times(table);
        (DateTime? from, DateTime? to) = Range(times);
        return new(Day(from, calendar), Day(to, calendar),
            table.TryGet<TextColumn>("user_id", out var ids) ? Count(ids) : 0,
            times is null ? 0 : Count(times),
            EqualRows.Of(table).Count,
            table.TryGet<NumberColumn>("amount", out var amounts) ? amounts.Values.LongCount(amount => amount < 0) : 0,
            table.TryGet<TimeColumn>("at", out var at) && from is not null ? EmptyDays(at, calendar) : []);
    }

    /// <summary>When the rows of a table happened; null when no column says so.</summary>
    public static TimeColumn? Times(TypedTable table) =>
        TimeColumns.Select(name => table.TryGet<TimeColumn>(name, out var column) ? column : null).FirstOrDefault(column => column is not null)
            ?? table.Columns.OfType<TimeColumn>().FirstOrDefault();

    /// <summary>The first and last moment.</summary>
    public static (DateTime? From, DateTime? To) Range(TimeColumn? times)
    {
        (long first, long last) = (long.MaxValue, long.MinValue);
        foreach (long ticks in times?.Ticks ?? [])
            if (ticks != TimeColumn.Missing)
                (first, last) = (Math.Min(first, ticks), Math.Max(last, ticks));
        return first > last ? (null, null) : (new DateTime(first, DateTimeKind.Utc), new DateTime(last, DateTimeKind.Utc));
    }

    private static DateOnly? Day(DateTime? moment, Calendar calendar) =>
        moment is { } utc ? DateOnly.FromDayNumber(calendar.DayOf(utc.Ticks)) : null;

    private static long Count(Column column) => Enumerable.Range(0, column.Length).LongCount(column.IsMissing);

    private static DateOnly[] EmptyDays(TimeColumn times, Calendar calendar)
    {
        var days = new HashSet<int>();
        int last = int.MinValue;
        foreach (long ticks in times.Ticks)
            if (ticks != TimeColumn.Missing && calendar.DayOf(ticks) is var day && day != last)
                days.Add(last = day);
        int first = days.Min();
        last = days.Max();
        return [.. Enumerable.Range(first, last - first + 1).Where(day => !days.Contains(day)).Select(DateOnly.FromDayNumber)];
    }
}
