using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>Walks once over a user's events and keeps the attempt that counts. One instance serves all users: nothing is allocated per user.</summary>
/// <remarks>Rules and proofs: docs/methods/funnel.md.</remarks>
internal abstract class FunnelWalk
{
    private readonly EventRoles _roles;
    private readonly long[] _times;

    protected FunnelWalk(FunnelDefinition definition, EventRoles roles, long entriesEnd)
    {
        _roles = roles;
        StepCount = definition.Steps.Count;
        Window = definition.Window?.Ticks ?? long.MaxValue;
        EntriesEnd = entriesEnd;
        _times = new long[StepCount];
    }

    /// <summary>The walk for a definition.</summary>
    public static FunnelWalk Of(FunnelDefinition definition, EventRoles roles, long entriesEnd) => (definition.Order, definition.Entry) switch
    {
        (FunnelOrder.AnyOrder, FunnelEntry.FirstEntry) => new AnyOrderFirstEntry(definition, roles, entriesEnd),
        (FunnelOrder.AnyOrder, _) => new AnyOrderBestPath(definition, roles, entriesEnd),
        (_, FunnelEntry.FirstEntry) => new OrderedFirstEntry(definition, roles, entriesEnd),
        _ => new OrderedBestPath(definition, roles, entriesEnd),
    };

    /// <summary>How many steps the attempt took.</summary>
    public int Depth { get; protected set; }

    /// <summary>When it took each of them, UTC ticks, in the order taken.</summary>
    public ReadOnlySpan<long> Times => _times.AsSpan(0, Depth);

    /// <summary>The row of the event that started it.</summary>
    public int EntryRow { get; protected set; }

    /// <summary>The row of the last event that took a step.</summary>
    public int LastRow { get; protected set; }

    /// <summary>Finds the attempt that counts in the events of one user.</summary>
    public abstract void Walk(UserEvents events);

    protected int StepCount { get; }

    protected long Window { get; }

    /// <summary>Attempts start before this moment.</summary>
    protected long EntriesEnd { get; }

    protected Span<long> TimesBuffer => _times;

    protected bool IsComplete => Depth == StepCount;

    protected EventRole RoleOf(Event e) => _roles.Of(e);

    protected static bool Has(uint bits, int bit) => (bits >> bit & 1) != 0;
}
