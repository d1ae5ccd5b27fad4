using UserOps.Data;

namespace UserOps.LifetimeValue;

/// <summary>A local day on which a customer bought, all purchases of the day as one.</summary>
/// <param name="Day">The number of the day.</param>
/// <param name="Value">What they were worth under the refund rule.</param>
/// <param name="Orders">How many orders were merged.</param>
internal readonly record struct PurchaseDay(int Day, double Value, int Orders);

/// <summary>Which orders are purchases.</summary>
internal static class Purchases
{
    /// <summary>Whether something was bought: an order of 0 counts, a refund on a row of its own does not.</summary>
    public static bool IsPurchase(this Order order) => order.Amount > 0 || order.Refund == 0;
}

/// <summary>Merges the orders of a customer to purchase days.</summary>
internal sealed class PurchaseDays(Dataset data, RefundRule refunds)
{
    private readonly List<PurchaseDay> _days = [];
    private readonly List<double> _paid = [];

    /// <summary>Days that are no purchase since all was given back.</summary>
    public int GivenBack { get; private set; }

    /// <summary>The purchase days of a user in order, up to a day; the list is overwritten by the next call.</summary>
    public IReadOnlyList<PurchaseDay> Of(int user, int lastDay)
    {
        _days.Clear();
        _paid.Clear();
        foreach (var order in data.Orders[user])
        {
            int day = data.Calendar.DayOf(order.Ticks);
            if (day > lastDay)
                break;
            Add(order, day);
        }
        for (int i = _days.Count - 1; i >= 0; i--)
            if (_paid[i] > 0 && _days[i].Value <= 1e-9 * _paid[i])
            {
                GivenBack++;
                _days.RemoveAt(i);
            }
        return _days;
    }

    private void Add(Order order, int day)
    {
        double value = refunds == RefundRule.Subtract ? order.Net : order.Amount;
        bool isPurchase = order.IsPurchase();
        if (isPurchase && (_days.Count == 0 || _days[^1].Day < day))
        {
            _days.Add(new(day, value, 1));
            _paid.Add(order.Amount);
        }
        else if (_days.Count > 0)
        {
            // A refund on a row of its own belongs to the purchase before it.
            _days[^1] = _days[^1] with { Value = _days[^1].Value + value, Orders = _days[^1].Orders + (isPurchase ? 1 : 0) };
            _paid[^1] += order.Amount;
        }
    }
}
