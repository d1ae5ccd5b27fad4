using UserOps.Data;
using UserOps.Funnels;

namespace UserOps.Attribution;

/// <summary>When users converted, and what it brought.</summary>
internal sealed class ConversionMoments
{
    private readonly Dataset _data;
    private readonly EventStore? _events;

    private ConversionMoments(Dataset data, EventStore? events, string name) => (_data, _events, Name) = (data, events, name);

    /// <summary>What the conversion is, in words.</summary>
    public string Name { get; }

    /// <summary>Whether conversions have a value.</summary>
    public bool HasValues => _events is null;

    /// <exception cref="MissingDataException">The export has neither orders nor an event of a usual name.</exception>
    public static ConversionMoments Of(Dataset data, string? conversion)
    {
        if (conversion is null && data.Has(TableKind.Orders))
            return new(data, null, "order");
        if (conversion is not null && data.Has(TableKind.Events))
            data.Events.KnownCode(conversion);
        string name = conversion ?? (data.Has(TableKind.Events) ? CorePathAnalysis.UsualGoals.FirstOrDefault(usual => data.Events.CodeOf(usual) >= 0) : null)
            ?? throw new MissingDataException("The export has neither orders nor an event with a usual name for a purchase; name the conversion.");
        return new(data, data.Events.Named(name), name);
    }

    /// <summary>The conversions of a user in time order.</summary>
    public List<(long Ticks, double Value)> Of(int user)
    {
        List<(long, double)> found = [];
        if (_events is null)
        {
            foreach (var order in _data.Orders[user])
                if (order.Amount > 0)
                    found.Add((order.Ticks, order.Net));
            return found;
        }
        foreach (var e in _events[user])
            found.Add((e.Ticks, 0));
        return found;
    }
}
