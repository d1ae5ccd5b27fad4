using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Survival;

/// <summary>Finds when users left: with the last activity before the first silence of H whole days.</summary>
/// <remarks>
/// A silence shows only H days later, so lifetimes are followed to H days before the end of the data and censored there. Censoring at a user's own last
/// activity instead would keep users at risk on days on which leaving cannot be seen, and make lifetimes look longer.
/// </remarks>
internal sealed class LifetimeWalk
{
    private readonly Dataset _data;
    private readonly ActiveSteps _days;
    private readonly int _silent, _begin, _end, _last;
    private readonly Period _started;

    public LifetimeWalk(Dataset data, LifetimeDefinition definition)
    {
        _data = data;
        (long from, long to) = data.Ticks(data.Observed);
        _days = new(QualifyingEvents.Of(data, definition.Events).Between(from, to), data.Calendar, Grain.Day, data.Observed);
        (_silent, _begin, _end) = (definition.SilentDays, data.Observed.Start.DayNumber, data.Observed.End.DayNumber);
        _last = _end - 1 - _silent;
        _started = definition.Started ?? new(DateOnly.MinValue, data.Observed.End);
        if (_last < _begin)
            throw new InsufficientDataException(
                $"{data.Observed.Days} days of data", $"more than the {_silent} days of silence that count as leaving", "Take a shorter silence, or a longer export.");
    }

    public LifetimeCounts Counts { get; } = new();

    /// <summary>The last day on which leaving would show.</summary>
    public DateOnly LastDay => DateOnly.FromDayNumber(_last);

    /// <summary>The lifetimes of all users who have one.</summary>
    public IEnumerable<Lifetime> All()
    {
        for (int user = 0; user < _data.Users.Count; user++)
            if (_data.FirstSeen.Ticks[user] != TimeColumn.Missing && Of(user, _data.Calendar.DayOf(_data.FirstSeen.Ticks[user])) is { } life)
                yield return life;
    }

    private Lifetime? Of(int user, int start)
    {
        if (!_started.Contains(DateOnly.FromDayNumber(start)))
            return null;
        if (start > _last)
        {
            Counts.TooNew++;
            return null;
        }
        var days = _days.Of(user);
        if (start < _begin && (days.IsEmpty || days[0] - _begin >= _silent))
        {
            Counts.LeftBefore++;
            return null;
        }
        Counts.Entered += start < _begin ? 1 : 0;
        return Follow(user, start, days);
    }

    private Lifetime Follow(int user, int start, ReadOnlySpan<int> days)
    {
        int active = start < _begin ? days[0] : start;
        int lastSeen = days.IsEmpty ? start : Math.Max(start, days[^1]);
        foreach (int day in days)
        {
            if (day - active > _silent)
            {
                Counts.CameBack++;
                break;
            }
            active = Math.Max(active, day);
        }
        bool left = active <= _last;
        return new(user, start, Math.Max(0, _begin - start), (left ? active : _last) - start + 1, left, lastSeen);
    }
}
