using UserOps.Activity;
using UserOps.Data;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Counts active, new, retained, resurrected and dormant users of every step of the data, in one pass over the events.</summary>
internal sealed class LifecycleCounts
{
    private readonly Dataset _data;
    private readonly Grain _grain;
    private readonly int _first;
    private readonly int[] _active, _new, _retained, _resurrected, _dormant;

    private LifecycleCounts(Dataset data, Grain grain)
    {
        (_data, _grain) = (data, grain);
        _first = data.Calendar.StepOf(data.Period.Start.DayNumber, grain);
        int length = data.Calendar.StepOf(data.Period.End.DayNumber - 1, grain) - _first + 2;
        (_active, _new, _retained) = (new int[length], new int[length], new int[length]);
        (_resurrected, _dormant) = (new int[length], new int[length]);
    }

    public static LifecycleCounts Of(Dataset data, LifecycleDefinition definition)
    {
        var counts = new LifecycleCounts(data, definition.Grain);
        var steps = new ActiveSteps(QualifyingEvents.Of(data, definition.Events), data.Calendar, definition.Grain, data.Period);
        long begin = data.Ticks(data.Period).From;
        for (int user = 0; user < data.Users.Count; user++)
            counts.Add(steps.Of(user), isOld: data.FirstSeen.Ticks[user] < begin);
        return counts;
    }

    /// <summary>The counts of a step; blank where it, or the one before it, is not fully in the data.</summary>
    public LifecycleStep At(int step)
    {
        var start = DateOnly.FromDayNumber(_data.Calendar.FirstDayOf(step, _grain));
        if (!IsObserved(step))
            return new(start, null, null, null, null, null);
        int i = step - _first;
        return IsObserved(step - 1)
            ? new(start, _active[i], _new[i], _retained[i], _resurrected[i], _dormant[i])
            : new(start, _active[i], null, null, null, null);
    }

    /// <param name="steps">The user's active steps.</param>
    /// <param name="isOld">Whether the user signed up before the data begin: the first activity seen is then a return.</param>
    private void Add(ReadOnlySpan<int> steps, bool isOld)
    {
        int previous = -1;
        foreach (int step in steps)
        {
            int i = step - _first;
            _active[i]++;
            if (previous < 0)
                (isOld ? _resurrected : _new)[i]++;
            else if (previous == i - 1)
                _retained[i]++;
            else
                _resurrected[i]++;
            if (previous >= 0 && previous < i - 1)
                _dormant[previous + 1]++;
            previous = i;
        }
        if (previous >= 0)
            _dormant[previous + 1]++;
    }

    private bool IsObserved(int step) =>
        _data.Calendar.FirstDayOf(step, _grain) >= _data.Observed.Start.DayNumber
        && _data.Calendar.FirstDayOf(step + 1, _grain) <= _data.Observed.End.DayNumber;
}
