using System.Numerics;
using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>One attempt a user, from the first event of any step; each further event fills a step that is still open.</summary>
internal sealed class AnyOrderFirstEntry(FunnelDefinition definition, EventRoles roles, long entriesEnd) : FunnelWalk(definition, roles, entriesEnd)
{
    private uint _open;

    public override void Walk(UserEvents events)
    {
        Depth = 0;
        _open = (1u << StepCount) - 1;
        foreach (var e in events)
        {
            var role = RoleOf(e);
            if (IsOver(e, role))
                return;
            if ((role.Takes & _open) != 0)
                Take(e, role.Takes & _open);
        }
    }

    private bool IsOver(Event e, EventRole role) => Depth == 0
        ? e.Ticks >= EntriesEnd
        : IsComplete || e.Ticks - TimesBuffer[0] > Window || Has(role.Breaks, Depth);

    private void Take(Event e, uint fits)
    {
        _open &= ~(1u << BitOperations.TrailingZeroCount(fits));
        if (Depth == 0)
            EntryRow = e.Row;
        TimesBuffer[Depth++] = e.Ticks;
        LastRow = e.Row;
    }
}
