using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>What comparisons of revenue between runs need; computed when somebody asks.</summary>
internal sealed class RevenueEvidence(Dataset data, RevenueDefinition definition, Period period)
{
    public UserEvidence Net() => Of((spending, _) => (spending.Net, spending.Orders)).Total() with { Days = period.Days, Tree = data.RevenueTree(period) };

    public UserEvidence? PayingRate() => Of((spending, active) => (active && spending.Orders > 0 ? 1 : 0, active ? 1 : 0)).Share() is { } share ? share with { Days = period.Days } : null;

    public UserEvidence? Arpu() => Of((spending, active) => (spending.Net, active ? 1 : 0)).Ratio() is { } ratio ? ratio with { Days = period.Days, Tree = ArpuTree() } : null;

    public UserEvidence? Arppu() => Of((spending, _) => (spending.Net, spending.Orders > 0 ? 1 : 0)).Ratio() is { } ratio ? ratio with { Days = period.Days } : null;

    public UserEvidence? Aov() => Of((spending, _) => (spending.Net, spending.Orders)).Ratio();

    public UserEvidence? OrdersPerBuyer() => Of((spending, _) => (spending.Orders, spending.Orders > 0 ? 1 : 0)).Ratio() is { } ratio ? ratio with { Days = period.Days } : null;

    public UserEvidence? RepeatRate() => Of((spending, _) => (spending.Orders > 1 ? 1 : 0, spending.Orders > 0 ? 1 : 0)).Share() is { } share ? share with { Days = period.Days } : null;

    public UserEvidence? SecondOrderRate()
    {
        var sums = new UserSums(data);
        SecondOrders.Of(data, definition, period, sums);
        return sums.Share();
    }

    /// <summary>The sums of what <paramref name="parts"/> makes of a user's spending and of whether the user was active.</summary>
    private UserSums Of(Func<Spending, bool, (double Numerator, double Denominator)> parts)
    {
        (long from, long to) = data.Ticks(period);
        var orders = data.Orders.Between(from, to);
        var events = data.Has(TableKind.Events) ? data.Events.Between(from, to) : null;
        var sums = new UserSums(data);
        for (int user = 0; user < data.Users.Count; user++)
        {
            var (numerator, denominator) = parts(Spending.Of(orders[user]), !orders[user].IsEmpty || events is { } seen && !seen[user].IsEmpty);
            sums.Add(user, numerator, denominator);
        }
        return sums;
    }

    private KpiTree.Product? ArpuTree()
    {
        var totals = RevenueTotals.Of(data.Orders.Between(data.Ticks(period).From, data.Ticks(period).To), data.Has(TableKind.Events) ? data.Events.Between(data.Ticks(period).From, data.Ticks(period).To) : null);
        return totals.ActiveUsers is > 0 and var active ? new(
            "ARPU", Format.Money(),
            new KpiTree.Leaf("Paying rate", (double)totals.Buyers / active, Format.Percent()),
            new KpiTree.Leaf("Orders per buyer", totals.OrdersPerBuyer.Ratio ?? 0, Format.Number()),
            new KpiTree.Leaf("AOV", totals.PerOrder.Ratio ?? 0, Format.Money())) : null;
    }

    /// <summary>What one user spent.</summary>
    private readonly record struct Spending(double Net, int Orders)
    {
        public static Spending Of(ReadOnlySpan<Order> orders)
        {
            double net = 0;
            int count = 0;
            foreach (var order in orders)
                (net, count) = (net + order.Amount - order.Refund, count + (order.Amount > 0 ? 1 : 0));
            return new(net, count);
        }
    }
}
