using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Learning;
using UserOps.LifetimeValue.Comparison;
using UserOps.Time;

namespace UserOps.LifetimeValue.Regression;

/// <summary>The regression of value, judged on days that it did not see.</summary>
public sealed record RegressionResult : AnalysisResult
{
    internal RegressionResult() { }

    /// <summary>What was asked.</summary>
    public required RegressionDefinition Definition { get; init; }

    /// <summary>How the model learnt.</summary>
    public required Learner Learner { get; init; }

    /// <summary>The days that were held out.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The cut-offs that the judged model learnt from, the latest first.</summary>
    public required IReadOnlyList<DateOnly> TrainingCutOffs { get; init; }

    /// <summary>How far the predictions for the hold-out were from what came.</summary>
    public required ValueErrors Errors { get; init; }

    /// <summary>
    /// What each user is expected to bring in the days after the data, as many as were held out: features <c>buy_chance</c> and <c>expected_value</c>, the most valuable
    /// first. Audiences and lists of people are made of it.
    /// </summary>
    public required FeatureTable Users { get; init; }

    internal (int Actual, double Predicted) Buyers { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Predicted and actual value by tenth of users, best predicted first",
        [new("Tenth", Format.Count), new("Users", Format.Count), new("Predicted per user", Format.Money()), new("Actual per user", Format.Money())],
        Errors.ByTenth.Select((tenth, i) => new object?[] { i + 1, tenth.Customers, tenth.Predicted, tenth.Actual }),
        Caption.Of(
            Errors.ByTenth.Sum(tenth => (long)tenth.Customers), Definition.BuyersOnly ? "buyers" : "users", Period, Calendar, "hold-out, not seen in training",
            $"two stages by {Words}", FormattableString.Invariant($"learnt from {TrainingCutOffs.Count} earlier cut-offs"), Totals));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Predicted and actual value by tenth of users",
        [.. Errors.ByTenth.Select((_, i) => FormattableString.Invariant($"{i + 1}"))],
        new("Tenth of users, best predicted first", Format.Text),
        new("Net revenue per user", Format.Money("", 0)),
        [new("Predicted", [.. Errors.ByTenth.Select(tenth => tenth.Predicted)]), new("Actual", [.. Errors.ByTenth.Select(tenth => tenth.Actual)])])
    { Subtitle = $"hold-out {Period}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        FormattableString.Invariant($"Buyers in the hold-out: {Buyers.Predicted:0} predicted, {Buyers.Actual} came."),
        "A regression finds what went with value so far; it does not say that changing a behaviour would change the value.",
    ];

    private string Words => Learner switch { Learner.LightGbm => "LightGBM", Learner.FastTree => "FastTree", _ => "logistic and ridge regression" };

    private string Totals =>
        $"total {Format.Money("", 0).Write(Errors.PredictedTotal)} predicted, {Format.Money("", 0).Write(Errors.ActualTotal)} came; top tenth holds {Format.Percent().Write(Errors.TopTenthShare)}";
}
