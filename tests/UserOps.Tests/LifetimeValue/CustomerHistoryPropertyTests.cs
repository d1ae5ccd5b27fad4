using CsCheck;
using UserOps.Data;
using UserOps.LifetimeValue;

namespace UserOps.Tests.LifetimeValue;

public class CustomerHistoryPropertyTests
{
    private static readonly Gen<OrderRow[]> Orders =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 60 * 24 - 1], Gen.Int[1, 50], (user, hour, amount) => new OrderRow($"u{user}", Journeys.Monday.ToDateTime(default, DateTimeKind.Utc).AddHours(hour), amount))
            .Array[1, 60].Select(rows => (OrderRow[])[new("u0", Journeys.Noon(0), 1), .. rows, new("u1", Journeys.Noon(60).AddHours(11.9), 1)]);

    [Fact]
    public void Every_day_on_which_a_customer_bought_is_counted_once() => Gen.Select(Orders, Gen.Int[0, 60]).Sample((orders, calibration) =>
    {
        var found = Dataset.From(orders: orders).CustomerHistories(new() { Unit = TimeUnit.Day, CalibrationEnd = Journeys.Monday.AddDays(calibration) });
        var days = orders.Select(order => (order.UserId, Day: DateOnly.FromDateTime(order.At))).Distinct().ToArray();
        foreach (var (row, customer) in found.Histories.Index())
        {
            DateOnly[] own = [.. days.Where(day => day.UserId == customer.Id).Select(day => day.Day).Order()];
            DateOnly[] known = [.. own.Where(day => day <= found.CalibrationEnd)];
            Assert.Equal((known.Length - 1, known[^1].DayNumber - known[0].DayNumber, calibration - (known[0].DayNumber - Journeys.Monday.DayNumber)), (customer.Frequency, (int)customer.Recency, (int)customer.Age));
            Assert.Equal(own.Length - known.Length, found.HoldOut?.Purchases[row] ?? 0);
        }
        Assert.Equal(days.Select(day => day.UserId).Distinct().Count(), found.Histories.Count + found.LaterCustomers);
    });

    [Fact]
    public void All_money_is_in_the_histories_or_in_the_hold_out() => Gen.Select(Orders, Gen.Int[0, 59]).Sample((orders, calibration) =>
    {
        var found = Dataset.From(orders: orders).CustomerHistories(new() { Unit = TimeUnit.Day, CalibrationEnd = Journeys.Monday.AddDays(calibration) });
        double later = found.Histories.Ids.Sum(id => orders.Where(order => order.UserId == id && DateOnly.FromDateTime(order.At) > found.CalibrationEnd).Sum(order => order.Amount));
        Assert.Equal(later, found.HoldOut!.TotalValue, 1e-6);
    });
}
