using UserOps.Data;
using UserOps.Display;

namespace UserOps.LifetimeValue;

/// <summary>Which part of net revenue is left after the cost of what was sold.</summary>
/// <param name="Rate">The part, at most 1; below 0 where goods cost more than they bring.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="IsKnown">Whether it was given or found in the orders; otherwise revenue is taken for margin.</param>
internal sealed record OrderMargin(double Rate, string Source, bool IsKnown)
{
    /// <summary>The margin given, else that of the orders' column <c>cost</c>, else 1.</summary>
    /// <exception cref="UserOpsException">The margin given is no number up to 1.</exception>
    public static OrderMargin Of(Dataset data, double? given)
    {
        if (given is { } rate)
            return rate > 0 && rate <= 1 ? new(rate, "given", true) : throw new UserOpsException(
                FormattableString.Invariant($"The margin is {rate}; a fraction of net revenue above 0 and up to 1 is needed, such as 0.4."));
        if (!data.Orders.HasLineProperty("cost"))
            return new(1, "not known: revenue is taken for margin", false);
        (double net, double cost) = Sums(data.Orders);
        return net > 0 ? new(1 - cost / net, "net revenue less the orders' cost, over net revenue", true) : new(1, "not known: there is no net revenue", false);
    }

    /// <summary>The margin in words, for captions.</summary>
    public string Describe() => IsKnown ? $"margin {Format.Percent().Write(Rate)} of net revenue ({Source})" : $"margin {Source}";

    private static (double Net, double Cost) Sums(OrderStore orders)
    {
        double[] costs = orders.LineProperty<NumberColumn>("cost").Values;
        double net = 0, cost = 0;
        foreach (var order in orders.All())
            foreach (var line in orders.Lines(order))
                (net, cost) = (net + line.Net, cost + (double.IsNaN(costs[line.Row]) ? 0 : costs[line.Row]));
        return (net, cost);
    }
}
