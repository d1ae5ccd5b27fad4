using UserOps.Activity;
using UserOps.Data;
using UserOps.Differences;
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

    /// <summary>What comparisons of the quick ratio between runs need: how often each user came and left.</summary>
    public static UserEvidence? Evidence(Dataset data, LifecycleDefinition definition, int from, int to)
    {
        var counts = new LifecycleCounts(data, definition.Grain);
        var steps = new ActiveSteps(QualifyingEvents.Of(data, definition.Events), data.Calendar, definition.Grain, data.Period);
        var sums = new UserSums(data);
        for (int user = 0; user < data.Users.Count; user++)
            counts.AddTo(sums, user, steps.Of(user), from, to);
        return sums.Ratio();
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

    /// <summary>Adds how often the user came and left in the steps from <paramref name="from"/> to <paramref name="to"/>.</summary>
    private void AddTo(UserSums sums, int user, ReadOnlySpan<int> steps, int from, int to)
    {
        int previous = int.MinValue;
        foreach (int step in steps)
        {
            if (step != previous + 1)
            {
                sums.Add(user, Counts(step) ? 1 : 0, 0);
                sums.Add(user, 0, previous >= 0 && Counts(previous + 1) ? 1 : 0);
            }
            previous = step;
        }
        sums.Add(user, 0, previous >= 0 && Counts(previous + 1) ? 1 : 0);

        bool Counts(int step) => step >= from && step <= to && IsObserved(step) && IsObserved(step - 1);
    }

    private bool IsObserved(int step) =>
        _data.Calendar.FirstDayOf(step, _grain) >= _data.Observed.Start.DayNumber
        && _data.Calendar.FirstDayOf(step + 1, _grain) <= _data.Observed.End.DayNumber;
}
