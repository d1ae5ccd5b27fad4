using System.Globalization;
using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.LifetimeValue.Models;

/// <summary>The repeat purchases of all customers in one step of time.</summary>
/// <param name="End">The last day of the step.</param>
/// <param name="Actual">Repeat purchases in it.</param>
/// <param name="Expected">The repeat purchases that the model expects in it.</param>
/// <param name="ActualSoFar">Repeat purchases up to its end.</param>
/// <param name="ExpectedSoFar">The repeat purchases that the model expects up to its end.</param>
/// <param name="IsHeldOut">Whether it ends after calibration.</param>
public sealed record TrackingStep(DateOnly End, long Actual, double Expected, long ActualSoFar, double ExpectedSoFar, bool IsHeldOut);

/// <summary>Repeat purchases step by step beside what the model expects: seasons, campaigns and drift show here.</summary>
/// <remarks>Each customer enters with the first purchase; expectations are those of new customers, so calibration is judged as well as the hold-out.</remarks>
public sealed record PurchaseTracking : AnalysisResult
{
    private PurchaseTracking() { }

    /// <summary>The name of the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>How many customers.</summary>
    public required int Customers { get; init; }

    /// <summary>The unit of the steps.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The last day of calibration.</summary>
    public required DateOnly CalibrationEnd { get; init; }

    /// <summary>The steps in order; a last one that breaks off is left out.</summary>
    public required IReadOnlyList<TrackingStep> Steps { get; init; }

    /// <summary>The same for all purchases up to each step, whose picture shows drift.</summary>
    public CumulativeTracking Cumulative => new() { Of = this };

    internal static PurchaseTracking Of(PurchaseModelFit fit, Dataset data, CustomerHistoryResult summary)
    {
        ForecastAnalysis.CheckUnit(fit, summary.Histories);
        var days = new PurchaseDays(data, summary.Definition.Refunds);
        int start = summary.Start.DayNumber, last = (summary.HoldOutEnd ?? summary.CalibrationEnd).DayNumber;
        double unit = fit.Unit.Days();
        int count = (int)((last - start + 1) / unit);
        long[] actual = new long[count];
        Dictionary<int, int> entries = [];
        foreach (int user in summary.Users)
        {
            // What was bought before may all have been given back by now.
            if (days.Of(user, last) is not { Count: > 0 } bought)
                continue;
            entries[bought[0].Day - start] = entries.GetValueOrDefault(bought[0].Day - start) + 1;
            foreach (var day in bought.Skip(1))
                if ((int)((day.Day - start) / unit) is var step && step < count)
                    actual[step]++;
        }
        double[] expected = [.. Enumerable.Range(1, count).AsParallel().AsOrdered().Select(step => Expected(fit, entries, step * unit - 1))];
        return new()
        {
            ModelName = fit.ModelName,
            Customers = summary.Users.Count,
            Unit = fit.Unit,
            CalibrationEnd = summary.CalibrationEnd,
            Steps = [.. Join(actual, expected, step => DateOnly.FromDayNumber(start + (int)Math.Ceiling((step + 1) * unit) - 1), summary.CalibrationEnd)],
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [Cumulative];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{ModelName}: repeat purchases by {Step}",
        [
            new($"Last day of the {Step}", Format.Date), new("Actual", Format.Count), new("Expected", Format.Number(1)),
            new("Actual so far", Format.Count), new("Expected so far", Format.Number(1)), new("Held out", Format.Flag),
        ],
        Steps.Select(step => new object?[] { step.End, step.Actual, step.Expected, step.ActualSoFar, step.ExpectedSoFar, step.IsHeldOut }),
        Words);

    /// <inheritdoc/>
    public override Chart ToChart() => Picture($"{ModelName}: repeat purchases by {Step}", step => step.Actual, step => step.Expected);

    internal string Step => Unit.ToString().ToLowerInvariant();

    internal string Words => string.Create(CultureInfo.InvariantCulture, $"n = {Customers:N0} customers · calibration ends on {CalibrationEnd:yyyy-MM-dd}");

    internal Chart Picture(string title, Func<TrackingStep, double> actual, Func<TrackingStep, double> expected) => new LineChart(
        title, [.. Steps.Select(step => (object)step.End)], new($"Last day of the {Step}", Format.Date), new("Repeat purchases", Format.Count),
        [new("Actual", [.. Steps.Select(actual)]), new("Expected", [.. Steps.Select(expected)])])
    { Subtitle = Words };

    private static double Expected(PurchaseModelFit fit, Dictionary<int, int> entries, double end) =>
        entries.OrderBy(entry => entry.Key).Where(entry => entry.Key < end).Sum(entry => entry.Value * fit.ExpectedPurchases((end - entry.Key) / fit.Unit.Days()));

    private static IEnumerable<TrackingStep> Join(long[] actual, double[] expected, Func<int, DateOnly> end, DateOnly calibration)
    {
        long soFar = 0;
        for (int step = 0; step < actual.Length; step++)
        {
            soFar += actual[step];
            yield return new(end(step), actual[step], expected[step] - (step == 0 ? 0 : expected[step - 1]), soFar, expected[step], end(step) > calibration);
        }
    }
}

/// <summary>All repeat purchases so far beside what the model expects.</summary>
public sealed record CumulativeTracking : AnalysisResult
{
    internal CumulativeTracking() { }

    /// <summary>The steps that are summed up.</summary>
    public required PurchaseTracking Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Of.ModelName}: all repeat purchases",
        [new("Up to", Format.Text), new("Actual", Format.Count), new("Expected", Format.Number(1)), new("Expected ÷ actual", Format.Percent())],
        new[] { (Name: "end of calibration", Step: Of.Steps.LastOrDefault(step => !step.IsHeldOut)), (Name: "last step", Step: Of.Steps.Count > 0 ? Of.Steps[^1] : null) }
            .Where(row => row.Step is { ActualSoFar: > 0 })
            .Select(row => new object?[] { row.Name, row.Step!.ActualSoFar, row.Step.ExpectedSoFar, row.Step.ExpectedSoFar / row.Step.ActualSoFar }),
        Of.Words);

    /// <inheritdoc/>
    public override Chart ToChart() => Of.Picture($"{Of.ModelName}: all repeat purchases so far", step => step.ActualSoFar, step => step.ExpectedSoFar);
}
