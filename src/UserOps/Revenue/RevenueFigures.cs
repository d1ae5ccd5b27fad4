using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Revenue;

/// <summary>The key figures of revenue, each with its interval, n and definition.</summary>
public sealed record RevenueFigures
{
    internal RevenueFigures(RevenueTotals totals, SecondOrders second, RevenueDefinition definition, RevenueEvidence evidence)
    {
        double level = definition.Level;
        int days = definition.SecondOrderDays;
        Gmv = new("GMV", totals.Gmv, Format.Money(), "amounts of all paid orders before refunds") { N = totals.Orders };
        Refunds = new("Refunds", totals.Refunds, Format.Money(), "given back on these orders, or booked in the period");
        NetRevenue = new("Net revenue", totals.Gmv - totals.Refunds, Format.Money(), "GMV − refunds") { N = totals.Orders, Evidence = evidence.Net };
        Orders = new("Orders", totals.Orders, Format.Count, "orders of more than 0");
        Buyers = new("Buyers", totals.Buyers, Format.Count, "users with an order");
        PayingRate = Share("Paying rate", totals.Buyers, totals.ActiveUsers, level, "buyers ÷ active users") with { Evidence = evidence.PayingRate };
        Arpu = Ratio("ARPU", totals.PerActive, totals.PerActive.Count, level, Format.Money(), "net revenue ÷ active users") with { Evidence = evidence.Arpu };
        Arppu = Ratio("ARPPU", totals.PerBuyer, totals.Buyers, level, Format.Money(), "net revenue ÷ buyers") with { Evidence = evidence.Arppu };
        Aov = Ratio("AOV 客单价", totals.PerOrder, totals.Orders, level, Format.Money(), "net revenue ÷ orders") with { Evidence = evidence.Aov };
        OrdersPerBuyer = Ratio("Orders per buyer", totals.OrdersPerBuyer, totals.Buyers, level, Format.Number(), "orders ÷ buyers") with { Evidence = evidence.OrdersPerBuyer };
        RepeatRate = Share("Repeat-purchase rate 复购率", totals.RepeatBuyers, totals.Buyers, level, "buyers with 2 or more orders in the period ÷ buyers") with { Evidence = evidence.RepeatRate };
        SecondOrderRate = Share(
            $"Second order within {days} days 二转", second.Returned, second.Watched, level, $"of the period's new buyers watched for {days} days") with
        { Evidence = evidence.SecondOrderRate };
        DaysToSecondOrder = new(
            "Median days to the second order", second.Days.Median, Format.Number(1), "new buyers, those without one censored at the end of the data (Kaplan–Meier)")
        {
            Interval = second.Days.Median is null ? null : second.Days.MedianInterval,
            N = second.NewBuyers,
        };
        TopDecileShare = new("Share of the top tenth", totals.TopDecile?.Share, Format.Percent(), "net revenue of the largest 10 % of buyers ÷ that of all buyers")
        {
            Interval = totals.TopDecile?.Interval(level),
            N = totals.TopDecile?.Members,
        };
    }

    /// <summary>The amounts of all paid orders before refunds.</summary>
    public Figure Gmv { get; }

    /// <summary>What was given back on these orders, or booked as a refund in the period.</summary>
    public Figure Refunds { get; }

    /// <summary>GMV − refunds.</summary>
    public Figure NetRevenue { get; }

    /// <summary>Orders of more than 0.</summary>
    public Figure Orders { get; }

    /// <summary>Users with an order.</summary>
    public Figure Buyers { get; }

    /// <summary>Buyers ÷ active users; blank without events.</summary>
    public Figure PayingRate { get; }

    /// <summary>Net revenue ÷ active users; blank without events.</summary>
    public Figure Arpu { get; }

    /// <summary>Net revenue ÷ buyers.</summary>
    public Figure Arppu { get; }

    /// <summary>Net revenue ÷ orders 客单价.</summary>
    public Figure Aov { get; }

    /// <summary>Orders ÷ buyers.</summary>
    public Figure OrdersPerBuyer { get; }

    /// <summary>Buyers with two or more orders in the period ÷ buyers 复购率.</summary>
    public Figure RepeatRate { get; }

    /// <summary>New buyers with a second order in time ÷ new buyers watched that long 二转; blank where nobody was.</summary>
    public Figure SecondOrderRate { get; }

    /// <summary>The median days from first to second order, those without one censored; blank where fewer than half came back.</summary>
    public Figure DaysToSecondOrder { get; }

    /// <summary>The part of net revenue that the largest tenth of buyers brings; blank with fewer than ten.</summary>
    public Figure TopDecileShare { get; }

    /// <summary>All of them in reading order.</summary>
    public IReadOnlyList<Figure> All =>
    [
        Gmv, Refunds, NetRevenue, Orders, Buyers, PayingRate, Arpu, Arppu, Aov, OrdersPerBuyer, RepeatRate, SecondOrderRate, DaysToSecondOrder, TopDecileShare,
    ];

    private static Figure Share(string name, long part, long? whole, double level, string definition) => whole is > 0
        ? new(name, (double)part / whole.Value, Format.Percent(), definition) { Interval = Wilson.Interval(part, whole.Value, level), N = whole }
        : new(name, null, Format.Percent(), definition);

    private static Figure Ratio(string name, RatioSums sums, long n, double level, Format format, string definition) =>
        new(name, sums.Ratio, format, definition) { Interval = sums.Interval(level), N = sums.Ratio is null ? null : n };
}
