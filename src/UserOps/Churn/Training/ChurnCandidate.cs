using UserOps.Features;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>A learner that was fitted and judged.</summary>
/// <param name="Validation">How it does fold by fold.</param>
/// <param name="Calibration">The calibration that the folds' predictions support.</param>
/// <param name="Model">The model of all training rows.</param>
internal sealed record ChurnCandidate(CrossValidation Validation, CalibrationChoice Calibration, LearnedModel Model)
{
    public double LogLoss => Validation.Scores.Probability().LogLoss;

    public static ChurnCandidate Of(FeatureTable features, bool[] left, LearningOptions options, int folds)
    {
        LearnedModel? model = null;
        CrossValidation? validation = null;
        CalibrationChoice? calibration = null;
        Parallel.Invoke(
            () => model = LearnedModel.FitBinary(features, left, options),
            () => calibration = CalibrationChoice.Of((validation = CrossValidation.Of(features, left, options, folds)).Scores, options.Seed));
        return new(validation!, calibration!, model!);
    }

    public double[] Score(FeatureTable features) => [.. Model.Score(features).Select(Calibration.Chosen.Of)];
}
