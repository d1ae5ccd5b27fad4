using System.Reflection;
using UserOps.Data;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>Fits boosted trees and, beside them, a logistic model; judges both on users that they did not learn from, and keeps the better.</summary>
internal static class ChurnTraining
{
    /// <summary>The candidates, the one with the lower log loss over the folds first.</summary>
    public static IReadOnlyList<ChurnCandidate> Fit(TrainingSet training, int folds, int seed, ClassWeight weights)
    {
        Learner[] learners = [LightGbmLibrary.Boosted(), Learner.Linear];
        return [.. Concurrently.Each(learners.Length, i => ChurnCandidate.Of(training.Features, training.Left, new() { Learner = learners[i], Seed = seed, Weights = weights }, folds))
            .OrderBy(candidate => candidate.LogLoss)];
    }

    public static ChurnModel Model(TrainingSet training, ChurnCandidate chosen, ModelCard card)
    {
        double[] unseen = [.. chosen.Validation.Scores.Scores.Select(chosen.Calibration.Chosen.Of)];
        return new(chosen.Model, chosen.Calibration.Chosen, FeatureContract.Of(training.Features), TrainedFeature.Of(new NumberColumn("score", unseen)), card);
    }

    public static ModelCard Card(TrainingSet training, string question, string source, IReadOnlyList<ChurnTrial> trials) => new(
        Assembly.GetExecutingAssembly().GetName().Version!.ToString(3), question, training.Left.Length,
        training.Features.Ids.Distinct(StringComparer.Ordinal).Count(), training.Churned, training.Hash(), source, [], [.. trials.Select(Metrics)], null, null);

    private static ModelMetrics Metrics(ChurnTrial trial)
    {
        var probability = trial.Unseen.Probability();
        var auc = trial.Unseen.RocAuc();
        return new(trial.Learner, trial.JudgedOn, trial.Unseen.Count, trial.Unseen.Positives, auc.Value, auc.StandardError, trial.Unseen.AveragePrecision,
            probability.Brier, probability.LogLoss);
    }
}
