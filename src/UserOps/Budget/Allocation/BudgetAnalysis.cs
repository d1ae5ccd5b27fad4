using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>How to divide a budget over channels.</summary>
public static class BudgetAnalysis
{
    /// <summary>Finds the division within the bounds that brings most, and proves that none brings more.</summary>
    /// <remarks>
    /// Exact also for S-shaped curves, where a search from today's division stops at the first hill; see <see cref="BudgetPlan.Bound"/> and <see cref="BudgetPlan.KktResidual"/>. The curves are
    /// taken as true: the interval of the gain says how sure that is.
    /// </remarks>
    /// <exception cref="UserOpsException">No channel, a spend or bound that is none, a budget below the sum of the lower bounds, or draws of different numbers.</exception>
    public static BudgetPlan Allocate(this IReadOnlyList<BudgetChannel> channels, BudgetDefinition? definition = null)
    {
        definition ??= new();
        SpendBounds[] bounds = BudgetChecks.Bounds(channels, definition);
        double budget = definition.Total ?? channels.Sum(channel => channel.Current);
        BudgetChecks.Budget(budget, bounds);
        ResponseCurve[] curves = [.. channels.Select(channel => channel.Curve)];
        var optimum = Optimum.Find(curves, bounds, budget);
        return new()
        {
            Definition = definition,
            Budget = budget,
            Bound = optimum.Bound,
            KktResidual = Kkt.Residual(curves, bounds, optimum.Spend),
            CurrentKktResidual = Kkt.Residual(curves, bounds, [.. channels.Select(channel => channel.Current)]),
            Lines = [.. channels.Select((channel, i) => Line(channel, optimum.Spend[i], bounds[i], definition))],
            GainInterval = Gain(channels, optimum.Spend, definition.Level),
        };
    }

    private static BudgetLine Line(BudgetChannel channel, double planned, SpendBounds bounds, BudgetDefinition definition)
    {
        return new(channel, planned, bounds)
        {
            NextStep = Next(channel.Curve),
            NextStepInterval = channel.Draws.Count == 0 ? null : Bootstrap.Percentile(channel.Draws.Select(Next), definition.Level),
        };

        double Next(ResponseCurve curve) => curve.Response(planned + definition.Step) - curve.Response(planned);
    }

    private static Interval? Gain(IReadOnlyList<BudgetChannel> channels, double[] planned, double level)
    {
        int draws = channels[0].Draws.Count;
        return draws == 0 ? null : Bootstrap.Percentile(
            Enumerable.Range(0, draws).Select(draw => channels.Select((channel, i) => channel.Draws[draw].Response(planned[i]) - channel.Draws[draw].Response(channel.Current)).Sum()), level);
    }
}
