using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>Walks over users and gives the distinct days, weeks or months in which each was active.</summary>
internal sealed class ActiveSteps
{
    private readonly EventStore _events;
    private readonly int _firstDay;
    private readonly int[] _stepOfDay;
    private int[] _steps = new int[64];
    private Event[] _firsts = new Event[64];
    private LocalDays _days;
    private int _count;

    /// <param name="events">The events that count.</param>
    /// <param name="calendar">The calendar of the report.</param>
    /// <param name="grain">How long a step is.</param>
    /// <param name="days">Days that hold all events of the view.</param>
    public ActiveSteps(EventStore events, Calendar calendar, Grain grain, Period days)
    {
        _events = events;
        _days = calendar.Days();
        _firstDay = days.Start.DayNumber;
        _stepOfDay = [.. Enumerable.Range(_firstDay, days.Days).Select(day => calendar.StepOf(day, grain))];
    }

    /// <summary>The distinct steps, ascending, of the user asked for last.</summary>
    public ReadOnlySpan<int> Steps => _steps.AsSpan(0, _count);

    /// <summary>The first event in each of the <see cref="Steps"/>.</summary>
    public ReadOnlySpan<Event> Firsts => _firsts.AsSpan(0, _count);

    /// <summary>The distinct steps of a user, ascending. They stand in a buffer that the next user overwrites.</summary>
    public ReadOnlySpan<int> Of(int user)
    {
        _count = 0;
        int lastDay = -1, lastStep = -1;
        foreach (var e in _events[user])
        {
            int day = _days.Of(e.Ticks);
            if (day == lastDay)
                continue;
            lastDay = day;
            int step = _stepOfDay[day - _firstDay];
            if (step != lastStep)
                Add(lastStep = step, e);
        }
        return Steps;
    }

    private void Add(int step, Event first)
    {
        if (_count == _steps.Length)
        {
            Array.Resize(ref _steps, 2 * _count);
            Array.Resize(ref _firsts, 2 * _count);
        }
        _firsts[_count] = first;
        _steps[_count++] = step;
    }
}
