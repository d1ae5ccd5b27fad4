using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>One attempt a user: the first event of the first step, then the first event of each further step.</summary>
internal sealed class OrderedFirstEntry(FunnelDefinition definition, EventRoles roles, long entriesEnd) : FunnelWalk(definition, roles, entriesEnd)
{
    private readonly long[] _within = StepWindows.Of(definition);
    private readonly bool _strict = definition.Order == FunnelOrder.StrictNext;

    public override void Walk(UserEvents events)
    {
        Depth = 0;
        foreach (var e in events)
        {
            var role = RoleOf(e);
            if (Depth == 0 ? !TryStart(e, role) : !TryGoOn(e, role))
                return;
        }
    }

    /// <summary>False when no attempt can start any more.</summary>
    private bool TryStart(Event e, EventRole role)
    {
        if (e.Ticks >= EntriesEnd)
            return false;
        if (!Has(role.Takes, 0))
            return true;
        Take(e);
        EntryRow = e.Row;
        return !IsComplete;
    }

    /// <summary>False when the attempt is over.</summary>
    private bool TryGoOn(Event e, EventRole role)
    {
        if (!_strict && role.IsNone)
            return true;
        if (e.Ticks - TimesBuffer[0] > Window || Has(role.Breaks, Depth))
            return false;
        if (!Has(role.Takes, Depth))
            return !_strict;
        if (e.Ticks - TimesBuffer[Depth - 1] > _within[Depth])
            return false;
        Take(e);
        return !IsComplete;
    }

    private void Take(Event e)
    {
        TimesBuffer[Depth++] = e.Ticks;
        LastRow = e.Row;
    }
}
