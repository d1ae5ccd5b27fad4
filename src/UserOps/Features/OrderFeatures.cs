using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Features of what a user bought: how often, how much, how recently, how broad, at which discount, and what came back.</summary>
internal sealed class OrderFeatures
{
    private readonly KnownHistory _known;
    private readonly OrderStore _orders;
    private readonly double[] _count, _spend, _average, _recency, _gap, _recentCount, _recentSpend;
    private readonly double[]? _refunded;
    private readonly sbyte[]? _lastRefunded;
    private readonly OrderLineFeatures _lines;

    private OrderFeatures(FeatureColumns columns, KnownHistory known, OrderStore orders)
    {
        (_known, _orders) = (known, orders);
        _count = columns.Number("orders", "orders so far");
        _spend = columns.Number("spend", "spent so far, before refunds", Format.Number());
        _average = columns.Number("average_order", "spent on an order, before refunds", Format.Number());
        _recency = columns.Days("order_recency_days", "days since the last order");
        _gap = columns.Days("mean_order_gap_days", "mean days from one order to the next");
        _recentCount = columns.Number("orders_28d", "orders in the last 28 days");
        _recentSpend = columns.Number("spend_28d", "spent in the last 28 days, before refunds", Format.Number());
        if (DatesRefunds(known.Data.Table(TableKind.Orders)))
        {
            _refunded = columns.Share("refund_share", "share of the spend that was given back");
            _lastRefunded = columns.Flag("last_order_refunded", "something of the last order was given back");
        }
        _lines = new(columns, orders);
    }

    public static void Add(FeatureColumns columns, KnownHistory known, int[] users)
    {
        if (known.Orders is not { } orders)
            return;
        var features = new OrderFeatures(columns, known, orders);
        for (int row = 0; row < users.Length; row++)
            features.Fill(row, orders[users[row]]);
    }

    /// <summary>Whether a refund says when it happened; one amount is enough, whatever its date, so that the columns do not hang on the cut-off.</summary>
    private static bool DatesRefunds(TypedTable orders) => orders.TryGet<TimeColumn>("refunded_at", out _);

    private void Fill(int row, ReadOnlySpan<Order> orders)
    {
        double refunds = 0;
        Order? first = null, last = null;
        foreach (var order in orders)
        {
            refunds += order.Refund;
            if (!(order.Amount > 0))
                continue;
            (first, last) = (first ?? order, order);
            Count(row, order);
        }
        _lines.Fill(row, orders);
        _average[row] = _spend[row] / _count[row];
        _recency[row] = last is { } latest ? Days(_known.CutOff - latest.Ticks) : double.NaN;
        _gap[row] = _count[row] < 2 ? double.NaN : Days(last!.Value.Ticks - first!.Value.Ticks) / (_count[row] - 1);
        if (_refunded is null || _lastRefunded is null)
            return;
        // What was bought before the export begins can be given back within it: no share of a spend that is not known.
        _refunded[row] = _spend[row] > 0 ? refunds / _spend[row] : double.NaN;
        _lastRefunded[row] = (sbyte)(last is null ? -1 : last.Value.Refund > 0 ? 1 : 0);
    }

    private void Count(int row, Order order)
    {
        _count[row]++;
        _spend[row] += order.Amount;
        if (_known.CutOff - order.Ticks > 28 * TimeSpan.TicksPerDay)
            return;
        _recentCount[row]++;
        _recentSpend[row] += order.Amount;
    }

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
