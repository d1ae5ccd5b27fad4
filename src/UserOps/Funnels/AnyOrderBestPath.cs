using System.Numerics;
using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>The most steps done within any one window: for each step its latest event is kept, and those inside the window are counted.</summary>
internal sealed class AnyOrderBestPath : FunnelWalk
{
    private readonly (long Ticks, int Row)[] _latest;
    private readonly (long Ticks, int Row)[] _sorted;
    private (long Ticks, int Row) _lastEntry;
    private int _lastEntryStep;

    public AnyOrderBestPath(FunnelDefinition definition, EventRoles roles, long entriesEnd) : base(definition, roles, entriesEnd) =>
        (_latest, _sorted) = (new (long, int)[StepCount], new (long, int)[StepCount]);

    public override void Walk(UserEvents events)
    {
        Depth = 0;
        Forget();
        foreach (var e in events)
        {
            var role = RoleOf(e);
            if (role.Breaks != 0)
                Forget();
            if (role.Takes != 0)
                Take(e, role.Takes);
            if (IsComplete)
                return;
        }
    }

    private void Forget()
    {
        Array.Fill(_latest, (-1, -1));
        _lastEntry = (-1, -1);
    }

    private void Take(Event e, uint fits)
    {
        int step = OldestOf(fits);
        bool renewsOnly = IsInWindow(_latest[step].Ticks, e.Ticks);
        _latest[step] = (e.Ticks, e.Row);
        if (e.Ticks < EntriesEnd)
            (_lastEntry, _lastEntryStep) = ((e.Ticks, e.Row), step);
        // As many steps lie in the window as before, or fewer.
        if (renewsOnly)
            return;
        int done = CountInWindow(e.Ticks);
        if (done > Depth && IsInWindow(_lastEntry.Ticks, e.Ticks))
            Keep(e, done);
    }

    /// <summary>Of equal steps, the one whose event is the oldest.</summary>
    private int OldestOf(uint fits)
    {
        if (BitOperations.IsPow2(fits))
            return BitOperations.Log2(fits);
        int oldest = -1;
        for (int step = 0; step < StepCount; step++)
            if (Has(fits, step) && (oldest < 0 || _latest[step].Ticks < _latest[oldest].Ticks))
                oldest = step;
        return oldest;
    }

    private int CountInWindow(long now)
    {
        int count = 0;
        foreach (var (ticks, _) in _latest)
            count += IsInWindow(ticks, now) ? 1 : 0;
        return count;
    }

    private bool IsInWindow(long ticks, long now) => ticks >= 0 && now - ticks <= Window;

    private void Keep(Event e, int done)
    {
        _latest.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        if (_sorted[^done].Ticks >= EntriesEnd)
            StartInsidePeriod();
        Depth = done;
        for (int step = 0; step < done; step++)
            TimesBuffer[step] = _sorted[StepCount - done + step].Ticks;
        EntryRow = _sorted[^done].Row;
        LastRow = e.Row;
    }

    /// <summary>The last event inside the period takes its step in place of a later one, so that the attempt starts inside the period.</summary>
    private void StartInsidePeriod()
    {
        _latest.CopyTo(_sorted, 0);
        _sorted[_lastEntryStep] = _lastEntry;
        Array.Sort(_sorted);
    }
}
