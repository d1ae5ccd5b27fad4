using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.Revenue;

/// <summary>The sums behind the figures of a period, in one pass over its orders.</summary>
internal sealed class RevenueTotals
{
    private const double Decile = 0.1;

    public double Gmv { get; private set; }
    public double Refunds { get; private set; }
    public long Orders { get; private set; }
    public long Buyers { get; private set; }
    public long RepeatBuyers { get; private set; }
    public TopShare? TopDecile { get; private set; }

    /// <summary>Users active in the period, buyers among them; null without events.</summary>
    public long? ActiveUsers { get; private set; }

    /// <summary>Net revenue over active users, over buyers, over orders; orders over buyers.</summary>
    public RatioSums PerActive { get; private set; }
    public RatioSums PerBuyer { get; private set; }
    public RatioSums PerOrder { get; private set; }
    public RatioSums OrdersPerBuyer { get; private set; }

    /// <summary>Totals of views of one period.</summary>
    public static RevenueTotals Of(OrderStore orders, EventStore? events)
    {
        var totals = new RevenueTotals();
        List<double> nets = [];
        for (int user = 0; user < orders.Users.Count; user++)
        {
            bool hasRows = !orders[user].IsEmpty;
            double net = hasRows ? totals.AddBuyer(orders[user], nets) : 0;
            if (events is not null && (hasRows || !events[user].IsEmpty))
                totals.PerActive = totals.PerActive.Add(net, 1);
        }
        totals.ActiveUsers = events is null ? null : totals.PerActive.Count;
        totals.TopDecile = TopShare.Of([.. nets], Decile);
        return totals;
    }

    private double AddBuyer(ReadOnlySpan<Order> orders, List<double> nets)
    {
        double amount = 0, refund = 0;
        int count = 0;
        foreach (var order in orders)
        {
            (amount, refund) = (amount + order.Amount, refund + order.Refund);
            count += order.Amount > 0 ? 1 : 0;
        }
        int isBuyer = count > 0 ? 1 : 0;
        (Gmv, Refunds, Orders, Buyers) = (Gmv + amount, Refunds + refund, Orders + count, Buyers + isBuyer);
        RepeatBuyers += count > 1 ? 1 : 0;
        PerBuyer = PerBuyer.Add(amount - refund, isBuyer);
        PerOrder = PerOrder.Add(amount - refund, count);
        if (isBuyer == 1)
        {
            OrdersPerBuyer = OrdersPerBuyer.Add(count, 1);
            nets.Add(amount - refund);
        }
        return amount - refund;
    }
}
