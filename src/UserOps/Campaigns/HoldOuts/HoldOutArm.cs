using UserOps.Experiments;

namespace UserOps.Campaigns;

/// <summary>The sums of one arm: orders, revenue, margin, redeemed orders, discount, orders after, and who ordered.</summary>
internal sealed class HoldOutArm
{
    private readonly MomentAccumulator _moments = new(6);
    private long _buyers, _redeemers;

    public SampleMoments Moments => _moments.ToMoments();

    public ProportionCounts Buyers => new(_buyers, _moments.Count);

    public ProportionCounts Redeemers => new(_redeemers, _moments.Count);

    public const int Orders = 0, Revenue = 1, Margin = 2, Redeemed = 3, Discount = 4, OrdersAfter = 5;

    public void Add(HoldOutUser user)
    {
        _moments.Add([user.Orders, user.Revenue, user.Margin, user.Redeemed, user.Discount, user.OrdersAfter]);
        _buyers += user.Orders > 0 ? 1 : 0;
        _redeemers += user.Redeemed > 0 ? 1 : 0;
    }
}
