using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Revenue;

/// <summary>Revenue by step, first and repeat orders apart.</summary>
public sealed record RevenueOverTime : AnalysisResult
{
    internal RevenueOverTime() { }

    /// <summary>The result that the figures are from.</summary>
    public required RevenueResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Revenue over time",
        [
            new(Of.Definition.Grain.ToString(), Format.Date), new("Days", Format.Count), new("GMV", Format.Money()), new("Net revenue", Format.Money()),
            new("First orders", Format.Money()), new("Repeat orders", Format.Money()), new("Orders", Format.Count), new("Buyers", Format.Count),
            new("New buyers", Format.Count), new("AOV", Format.Money()), new("ARPPU", Format.Money()),
        ],
        Of.Steps.Select(step => new object?[]
        {
            step.Start, step.Days, step.Gmv, step.Net, step.FirstOrderRevenue, step.RepeatRevenue, step.Orders, step.Buyers, step.NewBuyers,
            step.PerOrder, step.PerBuyer,
        }),
        Caption.Of(Of.Buyers, "buyers", Of.Period, Of.Calendar, "first orders: a user's first in the data, net of refunds"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Net revenue over time",
        [.. Of.Steps.Select(step => Format.Date.Write(step.Start))],
        new(Of.Definition.Grain.ToString(), Format.Text),
        new("Net revenue", Format.Money()),
        [new("First orders", [.. Of.Steps.Select(step => step.FirstOrderRevenue)]), new("Repeat orders", [.. Of.Steps.Select(step => step.RepeatRevenue)])])
    { Stacked = true, Subtitle = $"n = {Caption.Count(Of.Orders)} orders · {Of.Period}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Of.Steps.Where(step => !step.IsWhole).Select(step =>
            $"The {Of.Definition.Grain.ToString().ToLowerInvariant()} of {Format.Date.Write(step.Start)} has only {step.Days} days in the period."),
        "First order means the first in the data: at their beginning every buyer looks new.",
    ];
}
