using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Budget;

/// <summary>A budget and the best that can be made of it.</summary>
/// <param name="Name">What the scenario is.</param>
/// <param name="Plan">The best division; null where none reaches what is asked for.</param>
public sealed record BudgetScenario(string Name, BudgetPlan? Plan);

/// <summary>Several budgets side by side, each divided at its best.</summary>
public sealed record BudgetScenarios : AnalysisResult
{
    internal BudgetScenarios() { }

    /// <summary>The scenarios in the order asked for.</summary>
    public required IReadOnlyList<BudgetScenario> Scenarios { get; init; }

    /// <summary>What was asked.</summary>
    public required BudgetDefinition Definition { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What other budgets would bring, each divided at its best",
        [
            new("Scenario", Format.Text), new("Budget", Definition.Money), new("Brings", Format.Count), new("A unit of money brings", Format.Number()), new("More than now", Format.Count),
            new("Lower", Format.Count), new("Upper", Format.Count), new($"Next {Format.Count.Write(Definition.Step)} buys", Format.Count), new("best spent on", Format.Text),
        ],
        Scenarios.Select(Row),
        $"{Definition.Outcome} a {Definition.Per} · bounds of channels as for the plan, relative to what is spent now · a target: the largest budget at which a unit of money still brings it on average");

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        BudgetPlan[] plans = [.. Scenarios.Select(one => one.Plan).OfType<BudgetPlan>().OrderBy(plan => plan.Spend)];
        return new LineChart(
            "What a budget brings, divided at its best", [.. plans.Select(plan => (object)plan.Spend)], new($"Budget a {Definition.Per}", Definition.Money), new($"{Definition.Outcome} a {Definition.Per}", Format.Count),
            [new("Best division", [.. plans.Select(plan => plan.Response)])])
        { Subtitle = $"{plans.Length} budgets within the bounds of the channels" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        [.. Scenarios.Where(one => one.Plan is null).Select(one => $"{one.Name}: no budget within the bounds reaches it.")];

    private object?[] Row(BudgetScenario scenario)
    {
        if (scenario.Plan is not { } plan)
            return [scenario.Name, null, null, null, null, null, null, null, null];
        var next = plan.Lines.Where(line => line.Planned < line.Bounds.Upper).MaxBy(line => line.NextStep);
        return
        [
            scenario.Name, plan.Spend, plan.Response, plan.Spend > 0 ? plan.Response / plan.Spend : null, plan.Gain, plan.GainInterval?.Lower, plan.GainInterval?.Upper, next?.NextStep, next?.Channel.Name,
        ];
    }
}
