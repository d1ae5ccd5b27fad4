using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>A learner and how it did on users that it did not learn from.</summary>
/// <param name="Learner">How it was learnt.</param>
/// <param name="OutOfFold">The prediction for each training row by a model of the other users, before calibration.</param>
/// <param name="FoldAucs">The AUC within each fold.</param>
/// <param name="HoldOut">The calibrated prediction for each user of the hold-out; null for a ready table.</param>
public sealed record ChurnTrial(Learner Learner, BinaryScores OutOfFold, IReadOnlyList<double> FoldAucs, BinaryScores? HoldOut)
{
    /// <summary>The predictions to judge it by: the hold-out, or the folds where there is none.</summary>
    public BinaryScores Unseen => HoldOut ?? OutOfFold;

    /// <summary>Which users these are, in words.</summary>
    public string JudgedOn => HoldOut is null ? $"{FoldAucs.Count} folds" : "hold-out";

    /// <summary>The mean AUC over the folds.</summary>
    public double MeanFoldAuc => FoldAucs.Average();

    /// <summary>The standard error of <see cref="MeanFoldAuc"/>: the deviation between folds over the root of their number.</summary>
    public double FoldAucError =>
        Math.Sqrt(FoldAucs.Sum(auc => (auc - MeanFoldAuc) * (auc - MeanFoldAuc)) / (FoldAucs.Count - 1) / FoldAucs.Count);

    internal static ChurnTrial Of(ChurnCandidate candidate, BinaryScores? holdOut) =>
        new(candidate.Model.Learner, candidate.Validation.Scores, candidate.Validation.FoldAucs, holdOut);
}
