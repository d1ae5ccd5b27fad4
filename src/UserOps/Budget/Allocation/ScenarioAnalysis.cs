using UserOps.Display;

namespace UserOps.Budget;

/// <summary>What other budgets would bring.</summary>
public static class ScenarioAnalysis
{
    private const int Grid = 40, Halvings = 40;

    /// <summary>Divides several budgets at their best, and finds the largest one that still reaches a target.</summary>
    /// <param name="channels">The channels.</param>
    /// <param name="definition">The bounds; its total is what the parts refer to.</param>
    /// <param name="parts">Budgets as parts of the total; those outside the bounds of the channels are taken at the nearest that is inside.</param>
    /// <param name="targets">What a unit of money must bring on average; the largest budget that does.</param>
    /// <exception cref="UserOpsException">As for <see cref="BudgetAnalysis.Allocate"/>.</exception>
    public static BudgetScenarios Scenarios(
        this IReadOnlyList<BudgetChannel> channels, BudgetDefinition? definition = null, IReadOnlyList<double>? parts = null, IReadOnlyList<double>? targets = null)
    {
        definition ??= new();
        SpendBounds[] bounds = BudgetChecks.Bounds(channels, definition);
        double total = definition.Total ?? channels.Sum(channel => channel.Current), least = bounds.Sum(one => one.Lower), most = bounds.Sum(one => one.Upper);
        return new()
        {
            Definition = definition,
            Scenarios =
            [
                .. (parts ?? [0.8, 0.9, 1, 1.1, 1.25]).Select(part => new BudgetScenario(
                    Format.Percent(0).Write(part) + " of the budget", channels.Allocate(definition with { Total = Math.Clamp(part * total, least, most) }))),
                .. (targets ?? []).Select(target => new BudgetScenario(
                    $"A unit brings {Format.Number().Write(target)}", Largest(channels, definition, least, most, target) is { } budget ? channels.Allocate(definition with { Total = budget }) : null)),
            ],
        };
    }

    /// <summary>The largest budget at which a unit of money brings the target on average: found on a grid from above, then by halving.</summary>
    private static double? Largest(IReadOnlyList<BudgetChannel> channels, BudgetDefinition definition, double least, double most, double target)
    {
        for (int i = Grid; i >= 0; i--)
        {
            double budget = least + (most - least) * i / Grid;
            if (budget == 0 || !Reaches(budget))
                continue;
            double low = budget, high = Math.Min(most, least + (most - least) * (i + 1) / Grid);
            for (int step = 0; step < Halvings && high > low; step++)
                (low, high) = Reaches((low + high) / 2) ? ((low + high) / 2, high) : (low, (low + high) / 2);
            return low;
        }
        return null;

        bool Reaches(double budget) => channels.Allocate(definition with { Total = budget }) is { Spend: > 0 } plan && plan.Response / plan.Spend >= target;
    }
}
