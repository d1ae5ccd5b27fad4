using UserOps.Data;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>Compares the rows to be scored with those of the training.</summary>
internal static class DriftAnalysis
{
    public static DriftResult Of(ChurnModel model, FeatureTable features)
    {
        if (features.Count == 0)
            throw new InsufficientDataException("no users to score", "at least one is", "Choose another cut-off or table.");
        double[] scores = model.Score(features);
        var moved = model.Contract.Select(trained => FeatureDrift.Of(
            trained.Name, trained.Bins, trained.Shares, trained.SharesOf(features.Columns.Get<Column>(trained.Name)), model.Card.Rows, features.Count));
        return new()
        {
            Features = [.. moved.OrderByDescending(drift => drift.Psi).ThenBy(drift => drift.Name, StringComparer.Ordinal)],
            Score = FeatureDrift.Of("score", model.TrainedScores.Bins, model.TrainedScores.Shares,
                model.TrainedScores.SharesOf(new NumberColumn("score", scores)), model.Card.Rows, features.Count),
            TrainedMean = (double)model.Card.Churned / model.Card.Rows,
            ScoredMean = scores.Average(),
            TrainedRows = model.Card.Rows,
            ScoredRows = features.Count,
        };
    }
}
