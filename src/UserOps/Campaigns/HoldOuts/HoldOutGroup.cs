using UserOps.Display;
using UserOps.Experiments;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>What a campaign added among some users: those who got it against those held out by lot.</summary>
/// <remarks>
/// Welch's interval of the difference of means, times the users who got it. The assumption most often broken: nobody held out got it, and amounts are not so skewed that a few large
/// orders decide; some hundreds of users in each arm are needed.
/// </remarks>
public sealed class HoldOutGroup
{
    private readonly SampleMoments _control, _treatment;
    private readonly double _level, _fixedCost;
    private readonly bool _hasDiscounts;

    internal HoldOutGroup(string name, HoldOutArm control, HoldOutArm treatment, double fixedCost, bool hasDiscounts, double level)
    {
        (Name, _control, _treatment, _fixedCost, _hasDiscounts, _level) = (name, control.Moments, treatment.Moments, fixedCost, hasDiscounts, level);
        (ControlBuyers, TreatmentBuyers, Redeemers) = (control.Buyers, treatment.Buyers, treatment.Redeemers);
    }

    /// <summary>The segment, or <c>All users</c>.</summary>
    public string Name { get; }

    /// <summary>Users held out.</summary>
    public long Control => _control.Count;

    /// <summary>Users who got the campaign.</summary>
    public long Treatment => _treatment.Count;

    /// <summary>Who ordered of those held out.</summary>
    public ProportionCounts ControlBuyers { get; }

    /// <summary>Who ordered of those who got it.</summary>
    public ProportionCounts TreatmentBuyers { get; }

    /// <summary>Who used the coupon.</summary>
    public ProportionCounts Redeemers { get; }

    /// <summary>Orders that would not have been.</summary>
    public Estimate Orders => Total(HoldOutArm.Orders);

    /// <summary>Net revenue that would not have been.</summary>
    public Estimate Revenue => Total(HoldOutArm.Revenue);

    /// <summary>Margin that would not have been, before costs; discounts have lowered it.</summary>
    public Estimate Margin => Total(HoldOutArm.Margin);

    /// <summary>Margin that would not have been, less the costs other than discounts.</summary>
    public Estimate Profit => Moved(Margin, -_fixedCost);

    /// <summary>Change of orders in the days after the campaign; below 0: orders were only drawn forward.</summary>
    public Estimate After => Total(HoldOutArm.OrdersAfter);

    /// <summary>Orders with the coupon.</summary>
    public double Redeemed => _treatment.Sum(HoldOutArm.Redeemed);

    /// <summary>What the coupon took off.</summary>
    public double Discount => _treatment.Sum(HoldOutArm.Discount);

    /// <summary>Discounts and all other costs.</summary>
    public double Cost => Discount + _fixedCost;

    /// <summary>The share of the orders with the coupon that would have come anyway (cannibalisation); null without such orders. Above 1: the campaign cost orders.</summary>
    public Estimate? Cannibalised => Redeemed > 0 ? Ratio(HoldOutArm.Orders, HoldOutArm.Redeemed, 0, 0) is { } share ? new(1 - share.Value, Mirrored(share.Interval)) : null : null;

    /// <summary>Net revenue that would not have been ÷ cost (iROAS); null without a cost.</summary>
    public Estimate? ReturnOnSpend => Cost > 0 ? Ratio(HoldOutArm.Revenue, HoldOutArm.Discount, 0, _fixedCost) : null;

    /// <summary>Profit ÷ cost (ROI); null without a cost.</summary>
    public Estimate? ReturnOnInvestment => Cost > 0 ? Ratio(HoldOutArm.Margin, HoldOutArm.Discount, -_fixedCost, _fixedCost) : null;

    /// <summary>Whether each arm has at least two users, without whom there is no interval.</summary>
    internal bool IsCounted => Control >= 2 && Treatment >= 2;

    /// <summary>The difference of the shares who order; the unit is a fraction.</summary>
    public Estimate BuyerShare => new(TreatmentBuyers.Share - ControlBuyers.Share,
        IsCounted ? Newcombe.Difference(TreatmentBuyers.Successes, TreatmentBuyers.Count, ControlBuyers.Successes, ControlBuyers.Count, _level) : null);

    private Estimate Total(int quantity)
    {
        double difference = _treatment.Mean(quantity) - _control.Mean(quantity);
        if (Error(quantity) is not { Variance: > 0 } error)
            return new(Treatment * difference, null);
        var each = error.Around(difference, _level);
        return new(Treatment * difference, new(Treatment * each.Lower, Treatment * each.Upper, _level));
    }

    // Numerator: the difference of a quantity plus a constant. Denominator: a sum of the treated plus a constant, which both vary from user to user.
    private Estimate? Ratio(int quantity, int denominator, double constant, double denominatorConstant)
    {
        double n = Treatment, top = n * (_treatment.Mean(quantity) - _control.Mean(quantity)) + constant, bottom = _treatment.Sum(denominator) + denominatorConstant;
        if (!(bottom > 0))
            return null;
        double variance = n * n * Error(quantity).Variance, bottomVariance = n * _treatment.Variance(denominator), both = n * _treatment.Covariance(quantity, denominator);
        return new(top / bottom, RatioOfTotals.Fieller(top, bottom, variance, bottomVariance, both, Tails.Quantile((1 - _level) / 2, Error(quantity).DegreesOfFreedom), _level));
    }

    private Welch Error(int quantity) => Welch.Of(_treatment.Variance(quantity) / Treatment, Treatment, _control.Variance(quantity) / Control, Control);

    private static Interval? Mirrored(Interval? range) => range is { } one ? new(1 - one.Upper, 1 - one.Lower, one.Level) : null;

    private static Estimate Moved(Estimate estimate, double by) =>
        new(estimate.Value + by, estimate.Interval is { } range ? new(range.Lower + by, range.Upper + by, range.Level) : null);

    internal bool HasDiscounts => _hasDiscounts;
}
