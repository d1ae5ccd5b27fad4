using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>What an event means to a funnel, as two sets of bits.</summary>
/// <param name="Takes">Bit k: it can take step k, counted from 0.</param>
/// <param name="Breaks">Bit k: it breaks an attempt that has taken k steps.</param>
internal readonly record struct EventRole(uint Takes, uint Breaks)
{
    public bool IsNone => (Takes | Breaks) == 0;

    public static EventRole operator |(EventRole a, EventRole b) => new(a.Takes | b.Takes, a.Breaks | b.Breaks);
}

/// <summary>Looks up what events mean to a funnel: by name in one array access, by property where a filter asks for it.</summary>
internal sealed class EventRoles
{
    private readonly EventRole[] _byCode;
    private readonly (int Code, EventRole Role, Func<int, bool> Applies)[] _filtered;

    public EventRoles(FunnelDefinition definition, EventStore events)
    {
        _byCode = new EventRole[events.EventNames.Count];
        List<(int, EventRole, Func<int, bool>)> filtered = [];
        for (int step = 0; step < definition.Steps.Count; step++)
            foreach (string name in definition.Steps[step].Events)
                Add(events.KnownCode(name), new(1u << step, 0), definition.Steps[step].Where);
        foreach (var exclusion in definition.Exclusions)
            Add(events.KnownCode(exclusion.Event), new(0, Breaks(exclusion, definition.Steps.Count)), exclusion.Where);
        _filtered = [.. filtered];

        void Add(int code, EventRole role, EventFilter? filter)
        {
            if (filter is null)
                _byCode[code] |= role;
            else
                filtered.Add((code, role, filter.Bind(events)));
        }
    }

    public EventRole Of(Event e) => _filtered.Length == 0 ? _byCode[e.Code] : WithFilters(e);

    private EventRole WithFilters(Event e)
    {
        var role = _byCode[e.Code];
        foreach (var (code, more, applies) in _filtered)
            if (code == e.Code && applies(e.Row))
                role |= more;
        return role;
    }

    /// <summary>Bits from <c>After</c> to <c>Before</c> − 1: attempts that have taken that many steps.</summary>
    private static uint Breaks(FunnelExclusion exclusion, int steps) =>
        (1u << (exclusion.Before ?? steps)) - (1u << exclusion.After);
}
