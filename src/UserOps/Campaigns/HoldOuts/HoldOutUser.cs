using UserOps.Data;
using UserOps.LifetimeValue;

namespace UserOps.Campaigns;

/// <summary>What one user of the experiment did.</summary>
/// <param name="Orders">Orders while the campaign ran.</param>
/// <param name="Revenue">Net revenue of these orders.</param>
/// <param name="Margin">Revenue less the cost of goods; discounts have already lowered it.</param>
/// <param name="Redeemed">Orders with the coupon.</param>
/// <param name="Discount">What the coupon took off these orders.</param>
/// <param name="OrdersAfter">Orders in the days after the campaign.</param>
internal readonly record struct HoldOutUser(int Orders, double Revenue, double Margin, int Redeemed, double Discount, int OrdersAfter);

/// <summary>Reads what users of an experiment did.</summary>
internal sealed class HoldOutReader
{
    private readonly Dataset _data;
    private readonly double _margin;
    private readonly double[]? _costs, _discounts;
    private readonly TextColumn? _coupons;
    private readonly int _coupon = -1;
    private readonly long _end, _after;

    public HoldOutReader(Dataset data, HoldOutDefinition definition, string campaign, long end)
    {
        (_data, _end) = (data, end);
        _after = end + definition.AfterDays * TimeSpan.TicksPerDay;
        _margin = definition.Margin is null ? 1 : OrderMargin.Of(data, definition.Margin).Rate;
        if (definition.Margin is null && data.Orders.HasLineProperty("cost"))
            _costs = data.Orders.LineProperty<NumberColumn>("cost").Values;
        if (data.Orders.HasLineProperty("discount"))
            _discounts = data.Orders.LineProperty<NumberColumn>("discount").Values;
        if (data.Orders.HasLineProperty("coupon"))
            _coupon = (_coupons = data.Orders.LineProperty<TextColumn>("coupon")).CodeOf(campaign);
    }

    /// <summary>Whether orders say that the coupon was used.</summary>
    public bool HasCoupons => _coupon >= 0;

    /// <summary>Whether orders say what the coupon took off.</summary>
    public bool HasDiscounts => HasCoupons && _discounts is not null;

    /// <summary>What margin means, in words.</summary>
    public string MarginWords => _costs is not null ? "net revenue less the orders' cost" : FormattableString.Invariant($"net revenue × {_margin}");

    /// <summary>What a user did from the moment of assignment on.</summary>
    public HoldOutUser Of(int user, long at)
    {
        int orders = 0, redeemed = 0, after = 0;
        double revenue = 0, margin = 0, discount = 0;
        foreach (var order in _data.Orders[user])
        {
            if (order.Ticks < at || order.Ticks >= _after || order.Amount <= 0)
                continue;
            if (order.Ticks >= _end)
            {
                after++;
                continue;
            }
            (double cost, double taken, bool used) = Lines(order);
            orders++;
            redeemed += used ? 1 : 0;
            (revenue, margin, discount) = (revenue + order.Net, margin + order.Net * _margin - cost, discount + taken);
        }
        return new(orders, revenue, margin, redeemed, discount, after);
    }

    // The goods of a line that came back did, too: its cost counts by the part that was kept.
    private (double Cost, double Discount, bool Used) Lines(Order order)
    {
        double cost = 0, discount = 0;
        bool used = false;
        foreach (var line in _data.Orders.Lines(order))
        {
            bool isCoupon = _coupons is not null && _coupon >= 0 && _coupons.Codes[line.Row] == _coupon;
            cost += _costs is null || double.IsNaN(_costs[line.Row]) || line.Amount <= 0 ? 0 : _costs[line.Row] * Math.Max(0, line.Net / line.Amount);
            discount += isCoupon && _discounts is not null && !double.IsNaN(_discounts[line.Row]) ? _discounts[line.Row] : 0;
            used |= isCoupon;
        }
        return (cost, discount, used);
    }
}
