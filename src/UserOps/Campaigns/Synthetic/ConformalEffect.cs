using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>Which constant effects the order of the residuals does not contradict.</summary>
/// <remarks>
/// Under the true effect the residuals of all steps, fitted together, come in any order; shifting them round in a circle keeps their dependence. The p-value is the share of shifts
/// whose residuals in the place of the campaign are as large. With T steps it cannot be below 1/T.
/// </remarks>
internal sealed class ConformalEffect(double[] treated, IReadOnlyList<double[]> donors, int before)
{
    private const int Halvings = 40;

    /// <summary>The p-value of an effect.</summary>
    public double PValue(double effect)
    {
        double[] adjusted = [.. treated.Select((value, step) => step < before ? value : value - effect)];
        double[] gaps = SyntheticFit.Of(adjusted, donors, before, treated.Length).Gaps;
        int length = gaps.Length, during = length - before, extreme = 0;
        double[] sums = [.. Enumerable.Range(0, length).Select(shift => Math.Abs(Enumerable.Range(before, during).Sum(step => gaps[(step + shift) % length])))];
        for (int shift = 0; shift < length; shift++)
            extreme += sums[shift] >= sums[0] * (1 - 1e-12) ? 1 : 0;
        return (double)extreme / length;
    }

    /// <summary>The effects with a p-value above 1 − level; null where there are too few steps for that level, or no variation.</summary>
    public Interval? Interval(double estimate, double level)
    {
        double spread = Math.Max(Range(treated), donors.Max(Range));
        if (1.0 / treated.Length > 1 - level || !(spread > 0) || !(PValue(estimate) > 1 - level))
            return null;
        double lower = Bound(estimate, -spread, level), upper = Bound(estimate, spread, level);
        return double.IsFinite(lower) && double.IsFinite(upper) ? new(lower, upper, level) : null;
    }

    // Steps outwards to the first effect that is rejected, then halves: p-values fall away from the estimate up to small steps.
    private double Bound(double estimate, double step, double level)
    {
        double inside = estimate, outside = double.NaN;
        for (double distance = step / 32; Math.Abs(distance) <= Math.Abs(step) * 64; distance *= 1.5)
        {
            if (PValue(estimate + distance) > 1 - level)
                inside = estimate + distance;
            else
            {
                outside = estimate + distance;
                break;
            }
        }
        for (int halving = 0; halving < Halvings && Math.Abs(outside - inside) > 1e-9 * Math.Abs(step); halving++)
        {
            double middle = (inside + outside) / 2;
            (inside, outside) = PValue(middle) > 1 - level ? (middle, outside) : (inside, middle);
        }
        return double.IsNaN(outside) ? double.PositiveInfinity : outside;
    }

    private static double Range(double[] values) => values.Max() - values.Min();
}
