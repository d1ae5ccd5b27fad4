using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>The counts behind the revenue tree of one period.</summary>
internal sealed class RevenueTreeSums
{
    private long _prospects, _firstOrders, _pastBuyers, _repeatBuyers, _repeatOrders;
    private double _firstRevenue, _repeatRevenue;

    /// <summary>Refunds booked in the period on rows of their own.</summary>
    public double LooseRefunds { get; private set; }

    public long Orders => _firstOrders + _repeatOrders;

    public static RevenueTreeSums Of(Dataset data, Period period)
    {
        (long from, long to) = data.Ticks(period);
        var active = data.Activity.Between(from, to);
        var sums = new RevenueTreeSums();
        for (int user = 0; user < data.Users.Count; user++)
            sums.Add(data.Orders[user], !active[user].IsEmpty, from, to);
        return sums;
    }

    /// <summary>The tree; the leaf of refunds is left out where neither period has any.</summary>
    public KpiTree ToTree(bool withRefunds)
    {
        KpiTree first = new KpiTree.Product(
            "First-order revenue", Format.Money(),
            new KpiTree.Leaf("Active, not yet bought", _prospects, Format.Count),
            new KpiTree.Leaf("First-order conversion", Ratio(_firstOrders, _prospects), Format.Percent(2)),
            new KpiTree.Leaf("First-order AOV", Ratio(_firstRevenue, _firstOrders), Format.Money()));
        KpiTree repeat = new KpiTree.Product(
            "Repeat revenue", Format.Money(),
            new KpiTree.Leaf("Active, have bought", _pastBuyers, Format.Count),
            new KpiTree.Leaf("Repeat conversion", Ratio(_repeatBuyers, _pastBuyers), Format.Percent(2)),
            new KpiTree.Leaf("Orders per repeat buyer", Ratio(_repeatOrders, _repeatBuyers), Format.Number()),
            new KpiTree.Leaf("Repeat AOV", Ratio(_repeatRevenue, _repeatOrders), Format.Money()));
        return withRefunds
            ? new KpiTree.Sum("Net revenue", Format.Money(), first, repeat, new KpiTree.Leaf("Refunds on their own", -LooseRefunds, Format.Money()))
            : new KpiTree.Sum("Net revenue", Format.Money(), first, repeat);
    }

    private void Add(ReadOnlySpan<Order> orders, bool isActive, long from, long to)
    {
        bool hadBefore = false, hasFirst = false;
        int repeats = 0;
        foreach (var order in orders)
        {
            if (order.Ticks >= to)
                break;
            if (order.Ticks < from)
                hadBefore |= order.Amount > 0;
            else if (!(order.Amount > 0))
                LooseRefunds += order.Refund;
            else if (hadBefore || hasFirst)
                (repeats, _repeatRevenue) = (repeats + 1, _repeatRevenue + order.Net);
            else
                (hasFirst, _firstRevenue) = (true, _firstRevenue + order.Net);
        }
        Count(isActive || hasFirst || repeats > 0, hadBefore, hasFirst, repeats);
    }

    private void Count(bool isActive, bool hadBefore, bool hasFirst, int repeats)
    {
        _prospects += isActive && !hadBefore ? 1 : 0;
        _pastBuyers += isActive && (hadBefore || hasFirst) ? 1 : 0;
        _firstOrders += hasFirst ? 1 : 0;
        _repeatBuyers += repeats > 0 ? 1 : 0;
        _repeatOrders += repeats;
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
