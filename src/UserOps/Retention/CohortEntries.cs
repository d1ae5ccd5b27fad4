using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Finds when users enter cohorts, by the rule asked for.</summary>
internal sealed class CohortEntries
{
    private readonly CohortKind _kind;
    private readonly Grain _grain;
    private readonly Calendar _calendar;
    private readonly EventStore? _starts;
    private readonly ActiveSteps? _steps;
    private readonly TimeColumn? _seen;
    private readonly long _from, _to;
    private CohortEntry[] _entries = new CohortEntry[16];

    public CohortEntries(Dataset data, RetentionDefinition definition, Period period)
    {
        (_kind, _grain, _calendar) = (definition.Cohorts, definition.Grain, data.Calendar);
        (_from, _to) = data.Ticks(period);
        _seen = _kind == CohortKind.FirstSeen ? data.FirstSeen : null;
        _starts = QualifyingEvents.Of(data, _kind == CohortKind.FirstSeen ? [] : definition.StartEvents);
        if (_kind == CohortKind.Recurring)
            _steps = new(_starts.Between(_from, _to), data.Calendar, definition.Grain, period);
    }

    /// <summary>The entries of a user within the period. They stand in a buffer that the next user overwrites.</summary>
    public ReadOnlySpan<CohortEntry> Of(int user)
    {
        if (_steps is not null)
            return Recurring(user);
        _entries[0] = First(user);
        return _entries.AsSpan(0, _entries[0].Ticks >= _from && _entries[0].Ticks < _to ? 1 : 0);
    }

    private CohortEntry First(int user)
    {
        var walk = _starts![user].GetEnumerator();
        var first = walk.MoveNext() ? walk.Current : new(-1, TimeColumn.Missing, -1);
        long ticks = _seen is null ? first.Ticks : _seen.Ticks[user];
        bool counts = ticks >= _from && ticks < _to;
        return new(counts ? _calendar.StepOf(_calendar.DayOf(ticks), _grain) : 0, ticks, first.Row);
    }

    private ReadOnlySpan<CohortEntry> Recurring(int user)
    {
        var steps = _steps!.Of(user);
        var firsts = _steps.Firsts;
        if (steps.Length > _entries.Length)
            _entries = new CohortEntry[2 * steps.Length];
        for (int i = 0; i < steps.Length; i++)
            _entries[i] = new(steps[i], firsts[i].Ticks, firsts[i].Row);
        return _entries.AsSpan(0, steps.Length);
    }
}
