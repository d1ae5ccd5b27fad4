using System.Numerics;
using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>Any event of the first step may start an attempt. For each step only the attempt that took it last is kept: it also started last.</summary>
internal sealed class OrderedBestPath : FunnelWalk
{
    private readonly long[] _within;
    private readonly bool _strict;
    private readonly long[] _chains;
    private readonly int[] _entryRows;
    private uint _alive;

    public OrderedBestPath(FunnelDefinition definition, EventRoles roles, long entriesEnd) : base(definition, roles, entriesEnd)
    {
        _within = StepWindows.Of(definition);
        _strict = definition.Order == FunnelOrder.StrictNext;
        _chains = new long[StepCount * StepCount];
        _entryRows = new int[StepCount];
    }

    public override void Walk(UserEvents events)
    {
        Depth = 0;
        _alive = 0;
        foreach (var e in events)
        {
            var role = RoleOf(e);
            if (_strict || !role.IsNone)
                Meet(e, role);
            if (IsComplete)
                return;
        }
    }

    /// <summary>Later steps first, so that one event takes one step of an attempt. Bit k of <c>_alive</c>: an attempt has taken k steps.</summary>
    private void Meet(Event e, EventRole role)
    {
        _alive &= ~role.Breaks;
        uint taken = 0;
        for (uint open = role.Takes & (_alive | 1); open != 0;)
        {
            int step = BitOperations.Log2(open);
            open &= ~(1u << step);
            if (step == 0 ? e.Ticks < EntriesEnd : InTime(step, e.Ticks))
            {
                Take(step, e);
                taken |= 2u << step;
            }
        }
        _alive = _strict ? taken : _alive | taken;
    }

    private bool InTime(int step, long ticks)
    {
        int before = (step - 1) * StepCount;
        return ticks - _chains[before] <= Window && ticks - _chains[before + step - 1] <= _within[step];
    }

    /// <summary>The attempt that took the step before goes on; its times are row <paramref name="step"/> of <c>_chains</c> from now on.</summary>
    private void Take(int step, Event e)
    {
        int row = step * StepCount;
        for (int i = 0; i < step; i++)
            _chains[row + i] = _chains[row - StepCount + i];
        _chains[row + step] = e.Ticks;
        _entryRows[step] = step == 0 ? e.Row : _entryRows[step - 1];
        if (step >= Depth)
            Keep(step, e);
    }

    private void Keep(int step, Event e)
    {
        Depth = step + 1;
        _chains.AsSpan(step * StepCount, Depth).CopyTo(TimesBuffer);
        EntryRow = _entryRows[step];
        LastRow = e.Row;
    }
}
