using UserOps.Data;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Collecting;

/// <summary>Reads measures from what users did and bought, and from columns of the exposures.</summary>
internal sealed class UserReader : IUnitReader
{
    private readonly Assignment _assignment;
    private readonly EventStore? _events;
    private readonly OrderStore? _orders;
    private readonly int[][] _after, _before;
    private readonly (int Slot, bool IsBefore, bool IsRevenue)[] _ordered;
    private readonly (int Slot, double[] Values)[] _columns;
    private readonly long _within, _until, _pre;

    public UserReader(Dataset data, Assignment assignment, IReadOnlyList<Slot> slots, ExposureWindow window)
    {
        _assignment = assignment;
        (_within, _until, _pre) = (window.Within, window.Until, window.Before);
        bool anyEvent = slots.Any(slot => slot.Of is Measure.Events);
        _events = anyEvent ? data.Events : null;
        _ordered = [.. slots.Index().Where(slot => slot.Item.Of is Measure.Orders or Measure.Revenue).Select(slot => (slot.Index, slot.Item.IsBefore, slot.Item.Of is Measure.Revenue))];
        _orders = _ordered.Length > 0 ? data.Orders : null;
        _after = ByCode(slots, before: false);
        _before = ByCode(slots, before: true);
        var table = data.Table(TableKind.Exposures);
        _columns = [.. slots.Index().Where(slot => slot.Item.Of is Measure.Column).Select(slot => (slot.Index, table.Numbers(((Measure.Column)slot.Item.Of).Name)))];
        Origins = new double[slots.Count];
    }

    public double[] Origins { get; }

    public ulong Read(int unit, Span<double> values)
    {
        long at = _assignment.At is null ? long.MinValue : _assignment.At[unit], start = at == long.MinValue ? at : at - _pre, end = End(at);
        int user = _assignment.User[unit];
        ulong touched = _events is null ? 0 : ReadEvents(_events[user], start, at, end, values);
        if (_orders is not null)
            touched |= ReadOrders(_orders[user], start, at, end, values);
        foreach (var (slot, column) in _columns)
        {
            values[slot] = column[_assignment.Row[unit]];
            touched |= 1UL << slot;
        }
        return touched;
    }

    private long End(long at) => _within == long.MaxValue ? _until : Math.Min(_until, at + _within);

    private ulong ReadEvents(UserEvents events, long start, long at, long end, Span<double> values)
    {
        ulong touched = 0;
        foreach (var e in events)
        {
            if (e.Ticks < start)
                continue;
            if (e.Ticks >= end)
                break;
            foreach (int slot in (e.Ticks < at ? _before : _after)[e.Code])
            {
                values[slot]++;
                touched |= 1UL << slot;
            }
        }
        return touched;
    }

    private ulong ReadOrders(ReadOnlySpan<Order> orders, long start, long at, long end, Span<double> values)
    {
        ulong touched = 0;
        foreach (var order in orders)
        {
            if (order.Ticks < start || order.Ticks >= end)
                continue;
            foreach (var (slot, isBefore, isRevenue) in _ordered)
                if (isBefore == order.Ticks < at)
                {
                    values[slot] += isRevenue ? order.Net : order.Amount > 0 ? 1 : 0;
                    touched |= 1UL << slot;
                }
        }
        return touched;
    }

    private int[][] ByCode(IReadOnlyList<Slot> slots, bool before)
    {
        int[][] byCode = new int[_events?.EventNames.Count ?? 0][];
        Array.Fill(byCode, []);
        foreach (var (place, slot) in slots.Index())
            if (slot.Of is Measure.Events events && slot.IsBefore == before)
                foreach (int code in events.Names.Select(_events!.KnownCode).Distinct())
                    byCode[code] = [.. byCode[code], place];
        return byCode;
    }
}

/// <summary>Which time counts for a user, in ticks.</summary>
/// <param name="Within">How long after exposure, long.MaxValue for no limit.</param>
/// <param name="Until">The moment before which everything counts.</param>
/// <param name="Before">How long before exposure the covariates reach.</param>
internal readonly record struct ExposureWindow(long Within, long Until, long Before)
{
    /// <summary>Whether a user exposed then has had the whole window.</summary>
    public bool IsElapsed(long at) => Within == long.MaxValue ? at < Until : at <= Until - Within;
}
