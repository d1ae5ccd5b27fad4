using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.Learning;
using UserOps.LifetimeValue.Comparison;

namespace UserOps.LifetimeValue.Regression;

/// <summary>Predicts the value of users from what they have done.</summary>
public static class RegressionAnalysis
{
    /// <summary>Learns from earlier cut-offs who will buy and for how much, judges the model on the last days of the data, and predicts the days after them.</summary>
    /// <remarks>
    /// What is judged was not seen: features hold what was known at the cut-off, and every horizon that was learnt from ended before it. The prediction for the days
    /// after the data comes from a second fit that also learns from the hold-out.
    /// </remarks>
    /// <exception cref="UserOpsException">The export has no orders, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">The days are too few, or too few users bought.</exception>
    public static RegressionResult PredictValues(this Dataset data, RegressionDefinition? definition = null)
    {
        definition ??= new();
        if (definition.TrainingCutOffs < 1)
            throw new UserOpsException($"{nameof(RegressionDefinition.TrainingCutOffs)} is {definition.TrainingCutOffs}; 1 or more is needed.");
        _ = data.Orders;
        var days = HoldOutDays.Of(data, definition.HorizonDays, definition.CutOff);
        var cutOffs = ValueRows.TrainingCutOffs(days, definition.TrainingCutOffs);
        var like = ValueRows.Common(data, cutOffs);
        var options = new LearningOptions { Learner = definition.Learner ?? LightGbmLibrary.Boosted(), Seed = definition.Seed };
        ValueRows Rows(params IReadOnlyList<DateOnly> from) => ValueRows.Of(data, from, days.Horizon, definition.BuyersOnly, like);
        var heldOut = Rows(days.CutOff);
        (double[] chance, double[] expected) = TwoStageModel.Fit(Rows(cutOffs), options).Predict(heldOut.Features);
        var now = ValueRows.Known(data, data.Observed.End, definition.BuyersOnly, like);
        var ahead = TwoStageModel.Fit(Rows([days.CutOff, .. cutOffs]), options).Predict(now);
        return new()
        {
            Definition = definition,
            Learner = options.Learner,
            Period = days.HeldOut,
            Calendar = data.Calendar,
            TrainingCutOffs = cutOffs,
            Errors = ValueErrors.Of(expected, heldOut.Values, definition.Level),
            Buyers = (heldOut.Values.Count(value => value > 0), chance.Sum()),
            Users = Table(now, ahead.Chance, ahead.Expected),
        };
    }

    /// <summary>The users with what is expected of each, the most valuable first.</summary>
    private static FeatureTable Table(FeatureTable known, double[] chance, double[] expected)
    {
        int[] order = [.. Enumerable.Range(0, known.Count).OrderByDescending(row => expected[row]).ThenBy(row => known.Ids[row], StringComparer.Ordinal)];
        Feature[] features =
        [
            new("buy_chance", "chance to buy in the horizon", Format.Percent()), new("expected_value", "expected net revenue in the horizon", Format.Money()),
        ];
        return known.With([.. known.Ids], features, [new NumberColumn("buy_chance", chance), new NumberColumn("expected_value", expected)]).Rows(order);
    }
}
