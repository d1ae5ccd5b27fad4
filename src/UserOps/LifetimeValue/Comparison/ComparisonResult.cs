using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>Ways to tell the value of customers side by side, with their errors on a hold-out.</summary>
public sealed record ComparisonResult : AnalysisResult
{
    internal ComparisonResult() { }

    /// <summary>What was asked.</summary>
    public required ComparisonDefinition Definition { get; init; }

    /// <summary>The days that were held out.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Customers who had bought before the hold-out.</summary>
    public required int Customers { get; init; }

    /// <summary>What came from each customer in the hold-out.</summary>
    public required IReadOnlyList<double> Actual { get; init; }

    /// <summary>The methods, from simple to rich.</summary>
    public required IReadOnlyList<ValueMethod> Methods { get; init; }

    /// <summary>The method with the smallest squared error of a customer; null where none could be tried.</summary>
    public ValueMethod? NearestByCustomer => Tried.MinBy(method => method.Errors!.RootMeanSquare);

    /// <summary>The method whose total is nearest to what came; null where none could be tried or nothing came.</summary>
    public ValueMethod? NearestInTotal => Tried.Where(method => method.Errors!.TotalError is not null).MinBy(method => Math.Abs(method.Errors!.TotalError!.Value));

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [new ValueAssumptions { Of = this }, .. Tried.Length == 0 ? (AnalysisResult[])[] : [new ValueCalibration { Of = this }]];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Predicted and actual value of customers in {Period.Days} days",
        [
            new("Method", Format.Text), new("Predicted in total", Format.Money("", 0)), new("Error of the total", Format.Percent()), new("Lower", Format.Percent()),
            new("Upper", Format.Percent()), new("MAE", Format.Money()), new("RMSE", Format.Money()),
            new("Rank correlation", Format.Number()), new("Top tenth", Format.Percent()),
        ],
        [
            .. Methods.Select(Row),
            ["What came", Actual.Sum(), null, null, null, null, null, null, null],
        ],
        Caption.Of(
            Customers, "customers who had bought before", Period, Calendar, "hold-out: no method knew these days", "value: net revenue",
            $"{Caption.PerCent(Definition.Level)} intervals of the error, over customers (Student)", "MAE: mean absolute error of a customer; RMSE: root of the mean squared one, in which large misses weigh more; top tenth: part of what came from the tenth predicted best"));

    /// <inheritdoc/>
    public override Chart? ToChart() => Tried.Length == 0 ? null : new BarChart(
        $"Value of customers in {Period.Days} days: predicted and what came",
        [.. Tried.Select(method => method.Name), "What came"],
        new("Method", Format.Text),
        new("Net revenue of all customers", Format.Money("", 0)),
        [new("Total", [.. Tried.Select(method => method.Errors!.PredictedTotal), Actual.Sum()])])
    { Subtitle = $"n = {Caption.Count(Customers)} customers · hold-out {Period}", Horizontal = true };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. Verdict(), .. Methods.Where(method => method.Missing is not null).Select(method => $"{method.Name} could not be tried. {method.Missing}")];

    internal ValueMethod[] Tried => [.. Methods.Where(method => method.Errors is not null)];

    private static object?[] Row(ValueMethod method) =>
    [
        method.Name, method.Errors?.PredictedTotal, method.Errors?.TotalError, method.Errors?.TotalInterval?.Lower, method.Errors?.TotalInterval?.Upper,
        method.Errors?.MeanAbsolute, method.Errors?.RootMeanSquare, method.Errors?.RankCorrelation, method.Errors?.TopTenthShare,
    ];

    private IEnumerable<string> Verdict()
    {
        if (NearestByCustomer is not { } best)
            yield break;
        string[] alike = [.. Tried.Where(method => method != best && CannotBeToldApart(method, best)).Select(method => method.Name)];
        yield return $"Nearest for single customers: {best.Name}{(alike.Length == 0 ? "" : $"; chance alone could explain its lead over {string.Join(", ", alike)}")}.";
        if (NearestInTotal is { } total)
            yield return $"Nearest in total: {total.Name} ({Format.Percent().Write(total.Errors!.TotalError)} off). "
                + (total.Errors.TotalInterval?.Contains(0) == true ? "Its error lies within chance." : "Its error is more than chance.");
        yield return "One hold-out is one test: a season or a campaign in these days can favour a method. Try other cut-offs before you trust a narrow lead.";
    }

    private bool CannotBeToldApart(ValueMethod one, ValueMethod other) =>
        Enumerable.Range(0, Actual.Count).Aggregate(new MeanSums(), (sums, i) => sums.Add(Square(one.Predicted[i] - Actual[i]) - Square(other.Predicted[i] - Actual[i])))
            .Interval(Definition.Level)?.Contains(0) != false;

    private static double Square(double value) => value * value;
}
