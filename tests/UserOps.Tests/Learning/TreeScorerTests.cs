using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Tests.Learning;

public class TreeScorerTests
{
    [Theory]
    [InlineData(Learner.LightGbm)]
    [InlineData(Learner.FastTree)]
    public void Scores_are_those_of_ML_NET_with_and_without_missing_values_and_after_saving(Learner learner)
    {
        (var features, bool[] outcomes, double[] amounts) = Synthetic.Users(2_000, 3);
        foreach (var model in (LearnedModel[])[LearnedModel.FitBinary(features, outcomes, new() { Learner = learner }), LearnedModel.FitAmount(features, amounts, new() { Learner = learner })])
        {
            var matrix = model.Encoder.Encode(features);
            var scorer = (TreeScorer)model.Scorer;
            double[] byModel = [.. scorer.ScoreByModel(matrix).Select(score => (double)score)], scores = scorer.Score(matrix);
            Assert.All(byModel.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
            Assert.Equal(learner == Learner.LightGbm, matrix.Values.Any(float.IsNaN));
            var (saved, bytes) = SavedModel.Of(model);
            Assert.Equal(scores, ((TreeScorer)saved.Restore(bytes, scores.Max() > 1 ? TreeScorer.Value : TreeScorer.Probability).Scorer).Score(matrix));
        }
    }

    [Fact]
    public void Where_no_split_helps_everyone_has_the_same_score()
    {
        // Half of either value have the outcome, so no tree has anything to split by.
        var features = FeatureTable.From(new("t", [TextColumn.From("id", Enumerable.Range(0, 200).Select(i => $"u{i}")), new NumberColumn("x", [.. Enumerable.Range(0, 200).Select(i => (double)(i / 2 % 2))])]), "id");
        var model = LearnedModel.FitBinary(features, [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0)], new() { Learner = LightGbmLibrary.Boosted() });
        Assert.All(model.Score(features), score => Assert.Equal(0.5, score, 0.1));
    }

    [Theory]
    [InlineData(1e300, "is 1E+300 in row 6; a number of at most 1E+30")]
    [InlineData(1e-300, "x: the same for every user in its first seven digits")]
    public void Numbers_that_single_precision_does_not_hold_are_refused(double odd, string message)
    {
        var table = new TypedTable("t", [TextColumn.From("id", Enumerable.Range(0, 200).Select(i => $"u{i}")), new NumberColumn("x", [.. Enumerable.Range(0, 200).Select(i => i == 5 ? odd : 0)])]);
        Assert.Contains(message, Assert.ThrowsAny<UserOpsException>(
            () => LearnedModel.FitBinary(FeatureTable.From(table, "id"), [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0)], new() { Learner = Learner.Linear })).Message, StringComparison.Ordinal);
    }
}
