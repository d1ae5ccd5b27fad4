using UserOps.Features;
using UserOps.Learning;

namespace UserOps.LifetimeValue.Regression;

/// <summary>Future value in two stages: the chance to buy at all, and how much if so.</summary>
/// <remarks>
/// Most users bring nothing and a few bring much, which one least-squares fit follows badly. The amount is learnt on its logarithm and brought back by the factor
/// that makes the amounts of the training buyers add up: N. Duan (1983), "Smearing estimate", JASA 78, with one factor for all.
/// </remarks>
internal sealed class TwoStageModel
{
    private readonly LearnedModel _buys, _amount;
    private readonly double _factor;

    private TwoStageModel(LearnedModel buys, LearnedModel amount, double factor) => (_buys, _amount, _factor) = (buys, amount, factor);

    /// <exception cref="InsufficientDataException">Too few users bought, or too few did not.</exception>
    public static TwoStageModel Fit(ValueRows rows, LearningOptions options)
    {
        (var features, double[] values) = rows;
        int[] buyers = [.. Enumerable.Range(0, values.Length).Where(row => values[row] > 0)];
        var buys = LearnedModel.FitBinary(features, [.. values.Select(value => value > 0)], options);
        var ofBuyers = features.Rows(buyers);
        var amount = LearnedModel.FitAmount(ofBuyers, [.. buyers.Select(row => Math.Log(values[row]))], options);
        return new(buys, amount, buyers.Sum(row => values[row]) / amount.Score(ofBuyers).Sum(Math.Exp));
    }

    /// <summary>The chance to buy and the expected value of each user.</summary>
    public (double[] Chance, double[] Expected) Predict(FeatureTable features)
    {
        double[] chance = _buys.Score(features);
        return (chance, [.. chance.Zip(_amount.Score(features), (buys, log) => buys * Math.Exp(log) * _factor)]);
    }
}
