using UserOps.Features;
using UserOps.Statistics;

namespace UserOps.Learning;

/// <summary>How a learner does on users that it did not learn from, fold by fold.</summary>
internal sealed class CrossValidation
{
    private readonly int[] _folds;
    private readonly LearnedModel[] _models;

    private CrossValidation(int[] folds, LearnedModel[] models, BinaryScores scores) => (_folds, _models, Scores) = (folds, models, scores);

    /// <summary>The score of each row by the model of the folds that it is not in, beside its outcome.</summary>
    public BinaryScores Scores { get; }

    /// <summary>The AUC within each fold.</summary>
    public IReadOnlyList<double> FoldAucs => [.. Enumerable.Range(0, _models.Length).Select(AucOf)];

    /// <summary>Fits one model a fold; folds are stratified by outcome, and all rows of a user fall into one.</summary>
    public static CrossValidation Of(FeatureTable features, bool[] outcomes, LearningOptions options, int count)
    {
        int[] folds = Folds.Of(features.Ids, [.. outcomes.Select(outcome => outcome ? 1.0 : 0)], count, options.Seed);
        var models = Concurrently.Each(count, fold =>
        {
            int[] others = Folds.Split(folds, fold).Outside;
            return LearnedModel.FitBinary(features.Rows(others), [.. others.Select(row => outcomes[row])], options);
        });
        return new(folds, models, new(Score(features, folds, models), outcomes));
    }

    /// <summary>Scores the same rows again, with other values, each by the model that did not learn from it.</summary>
    public double[] Score(FeatureTable sameRows) => Score(sameRows, _folds, _models);

    private static double[] Score(FeatureTable features, int[] folds, LearnedModel[] models)
    {
        double[] scores = new double[folds.Length];
        var inside = Concurrently.Each(models.Length, fold =>
        {
            int[] rows = Folds.Split(folds, fold).Inside;
            return (Rows: rows, Scores: models[fold].Score(features.Rows(rows)));
        });
        foreach (var fold in inside)
            for (int i = 0; i < fold.Rows.Length; i++)
                scores[fold.Rows[i]] = fold.Scores[i];
        return scores;
    }

    private double AucOf(int fold)
    {
        int[] rows = Folds.Split(_folds, fold).Inside;
        return new BinaryScores([.. rows.Select(row => Scores.Scores[row])], [.. rows.Select(row => Scores.Outcomes[row])]).Auc;
    }
}
