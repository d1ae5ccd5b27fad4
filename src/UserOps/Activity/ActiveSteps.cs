using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>Walks over users and gives the distinct days, weeks or months in which each was active. The buffer is reused: read it before asking for the next user.</summary>
internal sealed class ActiveSteps
{
    private readonly EventStore _events;
    private readonly Calendar _calendar;
    private readonly int _firstDay;
    private readonly int[] _stepOfDay;
    private int[] _steps = new int[64];
    private int[] _rows = new int[64];

    /// <param name="events">The events that count.</param>
    /// <param name="calendar">The calendar of the report.</param>
    /// <param name="grain">How long a step is.</param>
    /// <param name="days">Days that hold all events of the view.</param>
    public ActiveSteps(EventStore events, Calendar calendar, Grain grain, Period days)
    {
        _events = events;
        _calendar = calendar;
        _firstDay = days.Start.DayNumber;
        _stepOfDay = [.. Enumerable.Range(_firstDay, days.Days).Select(day => calendar.StepOf(day, grain))];
    }

    /// <summary>The distinct steps of a user, ascending, and the row of the first event in each.</summary>
    public Steps Of(int user)
    {
        int count = 0, lastDay = -1, lastStep = -1;
        foreach (var e in _events[user])
        {
            int day = _calendar.DayOf(e.Ticks);
            if (day == lastDay)
                continue;
            lastDay = day;
            int step = _stepOfDay[day - _firstDay];
            if (step == lastStep)
                continue;
            if (count == _steps.Length)
                Grow();
            lastStep = step;
            _rows[count] = e.Row;
            _steps[count++] = step;
        }
        return new(_steps.AsSpan(0, count), _rows.AsSpan(0, count));
    }

    private void Grow()
    {
        Array.Resize(ref _steps, _steps.Length * 2);
        Array.Resize(ref _rows, _rows.Length * 2);
    }

    /// <summary>Steps of one user and the row of the first event in each.</summary>
    public readonly ref struct Steps(ReadOnlySpan<int> values, ReadOnlySpan<int> rows)
    {
        public ReadOnlySpan<int> Values { get; } = values;
        public ReadOnlySpan<int> Rows { get; } = rows;
    }
}
