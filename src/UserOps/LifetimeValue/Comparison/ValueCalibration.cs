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
        "Predicted and actual value of a customer by tenth",
        [new("Method", Format.Text), new("Mean", Format.Text), .. Enumerable.Range(1, Tenths).Select(tenth => new TableColumn(FormattableString.Invariant($"{tenth}"), Format.Money("", 0)))],
        Of.Tried.SelectMany(method => new[] { Row(method, "predicted", tenth => tenth.Predicted), Row(method, "actual", tenth => tenth.Actual) }),
        Caption.Of(
            Of.Customers, "customers", Of.Period, Of.Calendar, "columns: tenths of customers, 1 is predicted best by the method of the row; a calibrated method has equal numbers in both of its rows",
            "customers with equal predictions count with the mean of what came for all of them"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        "What came from each tenth of customers",
        [.. Enumerable.Range(1, Tenths).Select(tenth => (object)(double)tenth)],
        new("Tenth of customers, best predicted first", Format.Count),
        new("Actual net revenue per customer", Format.Money("", 0)),
        [.. Of.Tried.Select(method => new Series(method.Name, [.. method.Errors!.ByTenth.Select(tenth => tenth.Actual)]))])
    { Subtitle = $"n = {Caption.Count(Of.Customers)} customers · the steeper a line, the better the method finds who is worth most", Height = 460 };

    private int Tenths => Of.Tried[0].Errors!.ByTenth.Count;

    private static object?[] Row(ValueMethod method, string name, Func<ValueTenth, double> mean) => [method.Name, name, .. method.Errors!.ByTenth.Select(tenth => (object?)mean(tenth))];
}
