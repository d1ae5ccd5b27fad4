using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace UserOps.Learning;

/// <summary>Fits boosted trees. LightGBM stops when new trees no longer help on a fifth of the users, and is then fitted to all with as many trees.</summary>
internal static class TreeTraining
{
    private const int StopParts = 5, EnoughRows = 50_000;

    /// <summary>Trees for outcomes; the score is a probability under the weights given.</summary>
    public static TreeScorer Binary(TrainingRows rows, LearningOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trees = BoostedTrees.For(rows.Matrix.Rows, options.Seed);
        if (options.Learner == Learner.FastTree)
            return new(ml.BinaryClassification.Trainers.FastTree(trees.FastTreeBinary()).Fit(rows.Binary()), TreeScorer.Probability, rows.Matrix.Width);
        LightGbmBinaryTrainer Trainer(int count, bool stopsEarly) => ml.BinaryClassification.Trainers.LightGbm(trees.LightGbmBinary(count, stopsEarly));
        (var seen, var unseen) = rows.SetApart(StopParts, options.Seed);
        var early = Trainer(BoostedTrees.MostTrees, true).Fit(seen.Binary(), unseen.Binary());
        ITransformer model = rows.Matrix.Rows <= EnoughRows && FlatTrees.Of(early) is { } found ? Trainer(found.Count, false).Fit(rows.Binary()) : early;
        return new(model, TreeScorer.Probability, rows.Matrix.Width);
    }

    /// <summary>Trees for amounts.</summary>
    public static TreeScorer Regression(TrainingRows rows, LearningOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trees = BoostedTrees.For(rows.Matrix.Rows, options.Seed);
        if (options.Learner == Learner.FastTree)
            return new(ml.Regression.Trainers.FastTree(trees.FastTreeRegression()).Fit(rows.Amounts()), TreeScorer.Value, rows.Matrix.Width);
        LightGbmRegressionTrainer Trainer(int count, bool stopsEarly) => ml.Regression.Trainers.LightGbm(trees.LightGbmRegression(count, stopsEarly));
        (var seen, var unseen) = rows.SetApart(StopParts, options.Seed);
        var early = Trainer(BoostedTrees.MostTrees, true).Fit(seen.Amounts(), unseen.Amounts());
        ITransformer model = rows.Matrix.Rows <= EnoughRows && FlatTrees.Of(early) is { } found ? Trainer(found.Count, false).Fit(rows.Amounts()) : early;
        return new(model, TreeScorer.Value, rows.Matrix.Width);
    }
}
