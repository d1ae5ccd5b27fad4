using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>Predicted and actual value by tenth of customers, for each method.</summary>
public sealed record ValueCalibration : AnalysisResult
{
    internal ValueCalibration() { }

    /// <summary>The comparison.</summary>
    public required ComparisonResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Predicted and actual value by tenth of customers",
        [
            new("Method", Format.Text), new("Tenth", Format.Count), new("Customers", Format.Count), new("Predicted per customer", Format.Money()), new("Actual per customer", Format.Money()),
        ],
        Of.Tried.SelectMany(method => method.Errors!.ByTenth.Select((tenth, i) => new object?[] { method.Name, i + 1, tenth.Customers, tenth.Predicted, tenth.Actual })),
        Caption.Of(
            Of.Customers, "customers", Of.Period, Of.Calendar, "tenth 1: predicted best by the method of the row",
            "customers with equal predictions count with the mean of what came for all of them"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "What came from each tenth of customers",
        [.. Enumerable.Range(1, Of.Tried[0].Errors!.ByTenth.Count).Select(tenth => (object)(double)tenth)],
        new("Tenth of customers, best predicted first", Format.Count),
        new("Actual net revenue per customer", Format.Money("", 0)),
        [.. Of.Tried.Select(method => new Series(method.Name, [.. method.Errors!.ByTenth.Select(tenth => tenth.Actual)]))])
    { Subtitle = $"n = {Caption.Count(Of.Customers)} customers · the steeper a line, the better the method finds who is worth most" };
}
