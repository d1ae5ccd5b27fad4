using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>Counts active users of every day, of the 7 days and of the month that end with it, in one pass over the events.</summary>
internal sealed class DailyCounts
{
    private const int Week = 7, LongestMonth = 31;

    private readonly Calendar _calendar;
    private readonly Period _data;
    private readonly DateOnly _observedEnd;
    private readonly Period _reach;
    private readonly int _month;
    private readonly int[] _daily, _weekly, _monthly;

    private DailyCounts(Dataset data, MonthWindow month, Period period)
    {
        (_calendar, _data, _observedEnd) = (data.Calendar, data.Period, data.Observed.End);
        _month = month switch { MonthWindow.Trailing30 => 30, MonthWindow.Trailing28 => 28, _ => 0 };
        _reach = period.Extend(LongestMonth).Intersect(_data);
        _daily = new int[_reach.Days + 1];
        _weekly = new int[_reach.Days + 1];
        _monthly = new int[_reach.Days + 1];
    }

    /// <summary>Distinct users active in the observed days of the period.</summary>
    public int Users { get; private set; }

    public static DailyCounts Of(Dataset data, ActiveUsersDefinition definition, Period period)
    {
        var counts = new DailyCounts(data, definition.Month, period);
        (long from, long to) = data.Ticks(counts._reach);
        var events = QualifyingEvents.Of(data, definition.Events).Between(from, to);
        var steps = new ActiveSteps(events, data.Calendar, Grain.Day, counts._reach);
        var asked = period.Intersect(data.Observed);
        for (int user = 0; user < data.Users.Count; user++)
            counts.Add(steps.Of(user), asked);
        return counts.Accumulate();
    }

    /// <summary>The counts of a day; blank where the day or a window is not fully in the data.</summary>
    public ActiveUsersDay DayAt(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var month = MonthOf(day);
        int? monthly = IsObserved(month) ? _monthly[day - First] : null;
        return new(date, Value(_daily, day, 1), Value(_weekly, day, Week), monthly, monthly > 0 ? MeanDaily(month) / monthly : null);
    }

    private int First => _reach.Start.DayNumber;

    private void Add(ReadOnlySpan<int> days, Period asked)
    {
        int weekUntil = 0, monthUntil = 0;
        bool inPeriod = false;
        foreach (int day in days)
        {
            _daily[day - First]++;
            weekUntil = Cover(_weekly, day, day + Week, weekUntil);
            monthUntil = _month > 0 ? Cover(_monthly, day, day + _month, monthUntil) : CoverMonth(day, monthUntil);
            inPeriod |= day >= asked.Start.DayNumber && day < asked.End.DayNumber;
        }
        Users += inPeriod ? 1 : 0;
    }

    /// <summary>Marks the user as active from a day up to <paramref name="end"/>, where not already marked up to <paramref name="until"/>; the sums come later.</summary>
    private int Cover(int[] differences, int day, int end, int until)
    {
        int from = Math.Max(day, until) - First;
        if (from < differences.Length)
            differences[from]++;
        if (end - First < differences.Length)
            differences[end - First]--;
        return end;
    }

    private int CoverMonth(int day, int until)
    {
        if (day < until)
            return until;
        var month = MonthOf(day);
        return Cover(_monthly, Math.Max(month.Start.DayNumber, First), month.End.DayNumber, until);
    }

    private DailyCounts Accumulate()
    {
        for (int i = 1; i < _daily.Length; i++)
        {
            _weekly[i] += _weekly[i - 1];
            _monthly[i] += _monthly[i - 1];
        }
        return this;
    }

    private Period MonthOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return _month > 0 ? new(date.AddDays(1 - _month), date.AddDays(1)) : new(new(date.Year, date.Month, 1), new DateOnly(date.Year, date.Month, 1).AddMonths(1));
    }

    private bool IsObserved(Period window) => window.Start >= _data.Start && window.End <= _observedEnd;

    private int? Value(int[] counts, int day, int window) =>
        IsObserved(new(DateOnly.FromDayNumber(day + 1 - window), DateOnly.FromDayNumber(day + 1))) ? counts[day - First] : null;

    private double MeanDaily(Period window)
    {
        int start = window.Start.DayNumber - First;
        return _daily.AsSpan(start, window.Days).ToArray().Average();
    }
}
