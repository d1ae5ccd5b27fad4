using System.Globalization;
using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>Why revenue changed: over the factors that make it, and over a dimension.</summary>
public static class RevenueTreeAnalysis
{
    /// <summary>Net revenue of a period as a tree: first orders and repeat orders, each users × conversion × frequency × AOV.</summary>
    /// <remarks>A first buyer has one first order, so that branch needs no frequency. Refunds on rows of their own are a leaf where there are any.</remarks>
    /// <exception cref="UserOpsException">The export has no orders.</exception>
    public static KpiTree RevenueTree(this Dataset data, Period period)
    {
        var sums = RevenueTreeSums.Of(data, period);
        return sums.ToTree(sums.LooseRefunds > 0);
    }

    /// <summary>Splits the change of net revenue between two periods over the tree, without a residual.</summary>
    /// <param name="data">The export.</param>
    /// <param name="before">The earlier period; best as long as the later one.</param>
    /// <param name="after">The later period.</param>
    /// <param name="rule">How the change of a product is shared.</param>
    /// <exception cref="UserOpsException">The export has no orders.</exception>
    public static KpiChange RevenueChange(this Dataset data, Period before, Period after, SplitRule rule = SplitRule.Lmdi)
    {
        var (first, second) = (RevenueTreeSums.Of(data, before), RevenueTreeSums.Of(data, after));
        bool withRefunds = first.LooseRefunds > 0 || second.LooseRefunds > 0;
        return first.ToTree(withRefunds).ChangeTo(second.ToTree(withRefunds), rule) with
        {
            Periods = (NameOf(before), NameOf(after)),
            Basis = $"n = {Caption.Count(first.Orders)} and {Caption.Count(second.Orders)} orders",
            Remarks =
            [
                .. before.Days == after.Days ? (string[])[] : [$"The periods are {before.Days} and {after.Days} days long: part of the change is their length."],
                .. data.Has(TableKind.Events) ? (string[])[] : ["The export has no events: active users are those who bought, so that conversion says little."],
                $"First order means the first in the data, which begin on {data.Period.Start:yyyy-MM-dd}.",
            ],
        };
    }

    /// <summary>Splits the change of net revenue between two periods over a dimension into volume, mix and rate, without a residual.</summary>
    /// <param name="data">The export.</param>
    /// <param name="dimension">A property of the buyer or of the order line.</param>
    /// <param name="before">The earlier period.</param>
    /// <param name="after">The later period.</param>
    /// <exception cref="UserOpsException">The export has no orders or no such property.</exception>
    /// <exception cref="InsufficientDataException">One of the periods has no order.</exception>
    public static MixAndRateResult RevenueChange(this Dataset data, RevenueDimension dimension, Period before, Period after)
    {
        var segments = RevenueSegments.Of(data, dimension, before, after);
        return MixAndRate.Split("Net revenue", segments) with
        {
            Dimension = dimension.Property,
            Unit = dimension is RevenueDimension.OfLine ? "order lines" : "orders",
            Format = Format.Money(),
            Periods = (NameOf(before), NameOf(after)),
        };
    }

    /// <summary>A whole calendar month by its name, so that charts can be read.</summary>
    private static string NameOf(Period period) => period.Start.Day == 1 && period.End == period.Start.AddMonths(1)
        ? period.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : period.ToString();
}
