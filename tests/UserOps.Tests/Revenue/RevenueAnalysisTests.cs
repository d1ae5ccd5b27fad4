using UserOps.Data;
using UserOps.Revenue;
using UserOps.Time;

namespace UserOps.Tests.Revenue;

public class RevenueAnalysisTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static OrderRow Order(string user, int day, double amount, double refund = 0) => new(user, Start.AddDays(day), amount, Refund: refund);

    private static EventRow Visit(string user, int day) => new(user, "visit", Start.AddDays(day));

    /// <summary>Four active users, three buyers: a orders 100, 50, 30 (10 back), b 60 and a loose refund of 20, c 40; 60 days.</summary>
    private static readonly Dataset Shop = Dataset.From(
        events: [Visit("a", 0), Visit("b", 1), Visit("c", 2), Visit("d", 3), Visit("d", 59)],
        orders:
        [
            Order("a", 0, 100), Order("a", 10, 50), Order("a", 40, 30, refund: 10), Order("b", 1, 60), Order("b", 5, -20), Order("c", 45, 40),
        ]);

    [Fact]
    public void Sums_and_ratios_can_be_counted_by_hand()
    {
        var figures = Shop.Revenue().Figures;
        Assert.Equal(280, figures.Gmv.Value);
        Assert.Equal(30, figures.Refunds.Value);
        Assert.Equal(250, figures.NetRevenue.Value);
        Assert.Equal(5, figures.Orders.Value);
        Assert.Equal(3, figures.Buyers.Value);
        Assert.Equal(0.75, figures.PayingRate.Value);
        Assert.Equal(62.5, figures.Arpu.Value);
        Assert.Equal(250 / 3.0, figures.Arppu.Value);
        Assert.Equal(50, figures.Aov.Value);
        Assert.Equal(5 / 3.0, figures.OrdersPerBuyer.Value);
        Assert.Equal(1 / 3.0, figures.RepeatRate.Value);
    }

    [Fact]
    public void Net_revenue_is_users_by_rate_by_frequency_by_order_value()
    {
        var figures = Shop.Revenue().Figures;
        Assert.Equal(250, 4 * figures.PayingRate.Value!.Value * figures.OrdersPerBuyer.Value!.Value * figures.Aov.Value!.Value, 1e-9);
    }

    [Fact]
    public void Second_orders_count_only_buyers_watched_long_enough()
    {
        // New buyers a (again after 10 days), b and c (not again); c entered 15 days before the data end.
        var figures = Shop.Revenue().Figures;
        Assert.Equal(0.5, figures.SecondOrderRate.Value);
        Assert.Equal(2, figures.SecondOrderRate.N);
        Assert.Equal(3, figures.DaysToSecondOrder.N);
        Assert.Null(figures.DaysToSecondOrder.Value);
        Assert.Equal(0, Shop.Revenue(new() { SecondOrderDays = 9 }).Figures.SecondOrderRate.Value);
    }

    [Fact]
    public void The_median_time_to_the_second_order_knows_about_censoring()
    {
        // Second orders after 2, 4, 6 days; one buyer watched 3 days without one. Kaplan–Meier: 3/4, 3/4 × 1/2 = 3/8 at day 4.
        var data = Dataset.From(orders:
        [
            Order("a", 0, 1), Order("a", 2, 1), Order("b", 0, 1), Order("b", 4, 1), Order("c", 0, 1), Order("c", 6, 1), Order("d", 17, 1), Order("z", -90, 1),
            Order("z", 19, 1),
        ]);
        var period = new Period(new(2024, 1, 1), new(2024, 1, 21));
        Assert.Equal(4, data.Revenue(new() { Period = period }).Figures.DaysToSecondOrder.Value);
    }

    [Fact]
    public void Steps_part_first_from_repeat_orders()
    {
        var steps = Shop.Revenue().Steps;
        Assert.Equal([new(2024, 1, 1), new(2024, 2, 1)], steps.Select(step => step.Start));
        Assert.Equal([31, 29], steps.Select(step => step.Days));
        Assert.Equal([160, 40], steps.Select(step => step.FirstOrderRevenue));
        Assert.Equal([30, 20], steps.Select(step => step.RepeatRevenue));
        Assert.Equal([3, 2], steps.Select(step => step.Orders));
        Assert.Equal([2, 2], steps.Select(step => step.Buyers));
        Assert.Equal([2, 1], steps.Select(step => step.NewBuyers));
        Assert.Equal([95, 30], steps.Select(step => step.PerBuyer));
        Assert.Equal([190 / 3.0, 30], steps.Select(step => step.PerOrder));
    }

    [Fact]
    public void Without_events_paying_rate_and_ARPU_are_blank_and_say_why()
    {
        var result = Dataset.From(orders: [Order("a", 0, 5), Order("b", 1, 7)]).Revenue();
        Assert.Null(result.Figures.PayingRate.Value);
        Assert.Null(result.Figures.Arpu.Value);
        Assert.Contains(result.Notes, note => note.Contains("no events", StringComparison.Ordinal));
    }

    [Fact]
    public void The_top_tenth_of_ten_buyers_is_one_buyer()
    {
        var data = Dataset.From(orders: Enumerable.Range(1, 10).Select(i => Order($"u{i}", i, i)));
        Assert.Equal(10 / 55.0, data.Revenue().Figures.TopDecileShare.Value);
        Assert.Null(Dataset.From(orders: Enumerable.Range(1, 9).Select(i => Order($"u{i}", i, i))).Revenue().Figures.TopDecileShare.Value);
    }

    [Fact]
    public void Orders_outside_the_days_of_the_events_are_named()
    {
        var result = Dataset.From(events: [Visit("a", 0)], orders: [Order("a", 0, 5), Order("a", 9, 5)]).Revenue();
        Assert.Equal(1, result.Orders);
        Assert.Contains(result.Notes, note => note.StartsWith("Left out: 1 orders outside", StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_without_orders_and_an_export_without_orders_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => Shop.Revenue(new() { Period = new(new(2025, 1, 1), new(2025, 2, 1)) }));
        Assert.Contains("orders", Assert.Throws<MissingDataException>(() => Dataset.From(events: [Visit("a", 0)]).Revenue()).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => Shop.Revenue(new() { SecondOrderDays = 0 }));
    }
}
