using UserOps.Learning;
using UserOps.LifetimeValue.Regression;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>The two-stage regression as a prediction of the customers of a comparison.</summary>
internal static class RegressionPredictions
{
    private const int MostCutOffs = 3;

    public static double[] Of(CustomerBook book, Learner learner)
    {
        var cutOffs = ValueRows.TrainingCutOffs(book.Days, MostCutOffs);
        var like = ValueRows.Common(book.Data, cutOffs);
        var training = ValueRows.Of(book.Data, cutOffs, book.Days.Horizon, buyersOnly: true, like);
        var model = TwoStageModel.Fit(training, new() { Learner = learner, Seed = book.Seed });
        var now = ValueRows.Known(book.Data, book.Days.CutOff, buyersOnly: true, like);
        double[] expected = model.Predict(now).Expected;
        var rows = Enumerable.Range(0, now.Count).ToDictionary(row => now.Ids[row], StringComparer.Ordinal);
        return [.. book.Users.Select(user => rows.TryGetValue(book.Data.Users[user], out int row) ? expected[row] : 0)];
    }
}
