using System.Globalization;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>Customers who had bought equally often in calibration.</summary>
/// <param name="Frequency">How often; the last group holds all above too.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="Actual">Their mean purchases in the hold-out.</param>
/// <param name="ActualInterval">The interval of that mean; null with fewer than two customers.</param>
/// <param name="Expected">The mean purchases that the model expects.</param>
public sealed record HoldOutGroup(int Frequency, int Customers, double Actual, Interval? ActualInterval, double Expected);

/// <summary>What the model expects of the time after calibration beside what customers did.</summary>
public sealed record HoldOutCheck : AnalysisResult
{
    private const int Last = 7;

    private HoldOutCheck() { }

    /// <summary>The name of the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>How long customers were watched after calibration.</summary>
    public required double Length { get; init; }

    /// <summary>The unit of the length.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The groups from 0 repeat purchases to 7 and more; empty ones are left out.</summary>
    public required IReadOnlyList<HoldOutGroup> Groups { get; init; }

    /// <summary>All purchases in the hold-out.</summary>
    public required long Actual { get; init; }

    /// <summary>The purchases that the model expects.</summary>
    public required double Expected { get; init; }

    /// <summary>The mean over customers of how far the expectation is off, in purchases.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>The root of the mean squared error over customers, in purchases.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>How many customers.</summary>
    public int Customers => Groups.Sum(group => group.Customers);

    internal static HoldOutCheck Of(PurchaseModelFit fit, CustomerHistories histories, HoldOut holdOut)
    {
        ForecastAnalysis.CheckUnit(fit, histories);
        HistoryChecks.SameLength(histories.Count, holdOut.Purchases.Count);
        var patterns = PurchasePatterns.Of(histories);
        double[] byPattern = [.. Enumerable.Range(0, patterns.Count).Select(i => fit.ExpectedPurchases(patterns.Customer(i), holdOut.Length))];
        double[] expected = [.. patterns.PatternOf.Select(pattern => byPattern[pattern])];
        return new()
        {
            ModelName = fit.ModelName,
            Length = holdOut.Length,
            Unit = fit.Unit,
            Groups = [.. Enumerable.Range(0, histories.Count).GroupBy(row => Math.Min(Last, histories.Frequency[row])).OrderBy(group => group.Key).Select(Group)],
            Actual = holdOut.TotalPurchases,
            Expected = expected.Sum(),
            MeanAbsoluteError = expected.Zip(holdOut.Purchases, (mean, found) => Math.Abs(mean - found)).Average(),
            RootMeanSquaredError = Math.Sqrt(expected.Zip(holdOut.Purchases, (mean, found) => (mean - found) * (mean - found)).Average()),
        };

        HoldOutGroup Group(IGrouping<int, int> rows)
        {
            var sums = rows.Aggregate(new MeanSums(), (all, row) => all.Add(holdOut.Purchases[row]));
            return new(rows.Key, (int)sums.Count, sums.Mean!.Value, sums.Interval(PurchaseModelFit.Level), rows.Average(row => expected[row]));
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{ModelName}: purchases after calibration",
        [
            new("Repeat purchases before", Format.Text), new("Customers", Format.Count), new("Actual mean", Format.Number(4)),
            new("Lower", Format.Number(4)), new("Upper", Format.Number(4)), new("Expected mean", Format.Number(4)),
        ],
        Groups.Select(group => new object?[] { Name(group), group.Customers, group.Actual, group.ActualInterval?.Lower, group.ActualInterval?.Upper, group.Expected }),
        string.Create(CultureInfo.InvariantCulture,
            $"n = {Customers:N0} customers, {Length:0.##} {Unit.Plural()} · {Actual:N0} purchases, {Expected:N1} expected · mean absolute error {MeanAbsoluteError:0.000}, root mean squared error {RootMeanSquaredError:0.000} a customer · 95 % intervals of the actual means"));

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        $"{ModelName}: purchases after calibration", [.. Groups.Select(Name)], new("Repeat purchases before", Format.Text), new("Mean purchases after", Format.Number(2)),
        [
            new("Actual", [.. Groups.Select(group => group.Actual)])
            {
                Lower = [.. Groups.Select(group => group.ActualInterval?.Lower ?? double.NaN)],
                Upper = [.. Groups.Select(group => group.ActualInterval?.Upper ?? double.NaN)],
            },
            new("Expected", [.. Groups.Select(group => group.Expected)]),
        ])
    { Subtitle = string.Create(CultureInfo.InvariantCulture, $"n = {Customers:N0} customers · {Length:0.##} {Unit.Plural()} · 95 % intervals of the actual means") };

    private static string Name(HoldOutGroup group) => group.Frequency == Last ? $"{Last}+" : group.Frequency.ToString(CultureInfo.InvariantCulture);
}
