using UserOps.Features;

namespace UserOps.Learning;

/// <summary>A model over features: how they are coded, and what was fitted to the codes.</summary>
internal sealed class LearnedModel
{
    private readonly double _oddsFactor;

    private LearnedModel(Learner learner, FeatureEncoder encoder, IScorer scorer, double oddsFactor) =>
        (Learner, Encoder, Scorer, _oddsFactor) = (learner, encoder, scorer, oddsFactor);

    public Learner Learner { get; }

    public FeatureEncoder Encoder { get; }

    public IScorer Scorer { get; }

    /// <summary>What the odds of a weighted fit are multiplied by to stand for the true share of outcomes.</summary>
    public double OddsFactor => _oddsFactor;

    /// <summary>Learns the probability of an outcome.</summary>
    /// <param name="features">The users.</param>
    /// <param name="outcomes">Their outcomes.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="rowWeights">How much each user counts, beside the weight of the outcome; equally much when absent.</param>
    /// <exception cref="InsufficientDataException">There are too few rows of an outcome, or no feature tells users apart.</exception>
    public static LearnedModel FitBinary(FeatureTable features, bool[] outcomes, LearningOptions options, double[]? rowWeights = null)
    {
        double[] labels = [.. outcomes.Select(outcome => outcome ? 1.0 : 0)];
        int yes = outcomes.Count(outcome => outcome), no = outcomes.Length - yes;
        LearningChecks.Outcomes(yes, no);
        double yesWeight = options.Weights == ClassWeight.Balanced ? 0.5 * outcomes.Length / yes : 1;
        double noWeight = options.Weights == ClassWeight.Balanced ? 0.5 * outcomes.Length / no : 1;
        (var encoder, var rows) = Encode(features, labels, [.. outcomes.Select((outcome, row) => (float)((outcome ? yesWeight : noWeight) * (rowWeights?[row] ?? 1)))], options);
        IScorer scorer = options.Learner == Learner.Linear ? LinearTraining.Logistic(rows) : TreeTraining.Binary(rows, options);
        return new(options.Learner, encoder, scorer, noWeight / yesWeight);
    }

    /// <summary>Learns an amount by least squares.</summary>
    /// <exception cref="InsufficientDataException">There are too few rows, or no feature tells users apart.</exception>
    public static LearnedModel FitAmount(FeatureTable features, double[] amounts, LearningOptions options)
    {
        LearningChecks.Amounts(amounts);
        float[] weights = new float[amounts.Length];
        Array.Fill(weights, 1);
        (var encoder, var rows) = Encode(features, amounts, weights, options);
        IScorer scorer = options.Learner == Learner.Linear ? LinearTraining.Ridge(rows) : TreeTraining.Regression(rows, options);
        return new(options.Learner, encoder, scorer, 1);
    }

    /// <summary>A model that was saved.</summary>
    public static LearnedModel Restore(Learner learner, FeatureEncoder encoder, IScorer scorer, double oddsFactor) => new(learner, encoder, scorer, oddsFactor);

    /// <summary>A probability (0 to 1) or an amount for each user.</summary>
    public double[] Score(FeatureTable features)
    {
        double[] scores = Scorer.Score(Encoder.Encode(features));
        return _oddsFactor == 1 ? scores : [.. scores.Select(score => score * _oddsFactor / (1 - score + score * _oddsFactor))];
    }

    private static (FeatureEncoder, TrainingRows) Encode(FeatureTable features, double[] outcomes, float[] weights, LearningOptions options)
    {
        var encoder = FeatureEncoder.Fit(features, outcomes, options.Style);
        LearningChecks.Features(encoder);
        return (encoder, new(encoder.EncodeTraining(features, outcomes, options.Seed), outcomes, weights, features.Ids));
    }
}
