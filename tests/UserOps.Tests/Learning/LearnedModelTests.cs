using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Testing;

namespace UserOps.Tests.Learning;

public class LearnedModelTests
{
    private static LearningOptions With(Learner learner) => new() { Learner = learner };

    private static double Auc(double[] scores, bool[] outcomes)
    {
        double[] yes = [.. scores.Where((_, i) => outcomes[i]).Order()];
        double below = scores.Where((_, i) => !outcomes[i]).Sum(score => yes.Count(high => high > score) + 0.5 * yes.Count(high => high == score));
        return below / yes.Length / (scores.Length - yes.Length);
    }

    [Theory]
    [InlineData(Learner.LightGbm)]
    [InlineData(Learner.FastTree)]
    [InlineData(Learner.Linear)]
    public void Every_learner_finds_the_planted_outcome_on_users_it_has_not_seen(Learner learner)
    {
        (var features, bool[] outcomes, _) = Synthetic.Users(2_000, 1);
        (var others, bool[] came, _) = Synthetic.Users(2_000, 2);
        var model = LearnedModel.FitBinary(features, outcomes, With(learner));
        Assert.Equal(learner, model.Learner);
        double[] scores = model.Score(others);
        Assert.InRange(Auc(scores, came), 0.79, 0.88); // The planted probabilities themselves reach about 0.84.
        Assert.InRange(scores.Average() - came.Average(one => one ? 1.0 : 0), -0.04, 0.04);
    }

    [Theory]
    [InlineData(Learner.LightGbm)]
    [InlineData(Learner.FastTree)]
    [InlineData(Learner.Linear)]
    public void Equal_seeds_give_equal_bits_whatever_was_fitted_before(Learner learner)
    {
        (var features, bool[] outcomes, double[] amounts) = Synthetic.Users(400, 1);
        double[] first = LearnedModel.FitBinary(features, outcomes, With(learner)).Score(features);
        _ = LearnedModel.FitAmount(features, amounts, With(learner));
        double[][] again = new double[2][];
        Parallel.For(0, 2, i => again[i] = LearnedModel.FitBinary(features, outcomes, With(learner)).Score(features));
        Assert.All(again, scores => Assert.Equal(first, scores));
    }

    [Theory]
    [InlineData(Learner.LightGbm)]
    [InlineData(Learner.FastTree)]
    [InlineData(Learner.Linear)]
    public void Every_learner_finds_the_planted_amount(Learner learner)
    {
        (var features, _, double[] amounts) = Synthetic.Users(2_000, 1);
        (var others, _, double[] came) = Synthetic.Users(2_000, 2);
        double[] found = LearnedModel.FitAmount(features.Without("city"), amounts, With(learner)).Score(others);
        double mean = came.Average(), explained = 1 - came.Zip(found, (a, b) => (a - b) * (a - b)).Sum() / came.Sum(a => (a - mean) * (a - mean));
        Assert.InRange(explained, 0.86, 0.95); // The noise of 1 leaves 1 - 1/15.6 = 0.936 to be explained.
    }

    [Fact]
    public void Without_the_native_library_the_trees_of_ML_NET_stand_in()
    {
        Assert.Equal(Learner.FastTree, LightGbmLibrary.Boosted(() => false));
        Assert.Equal(Learner.LightGbm, LightGbmLibrary.Boosted(() => true));
        Assert.Equal(LightGbmLibrary.IsThere ? Learner.LightGbm : Learner.FastTree, LightGbmLibrary.Boosted());
    }

    [Fact]
    public void Logistic_regression_agrees_with_R_on_Telco()
    {
        // R 4: glm(Churn ~ tenure + MonthlyCharges + Contract, binomial): in-sample AUC .8271137657, Brier .1434911994, log loss .4363110648.
        var table = TypedTable.Open(PublicData.Path("telco-churn/Telco-Customer-Churn.csv.gz"));
        var features = FeatureTable.From(table, "customerID", ["tenure", "MonthlyCharges", "Contract"]);
        bool[] churned = [.. table.Get<FlagColumn>("Churn").Flags.Select(flag => flag == 1)];
        double[] scores = LearnedModel.FitBinary(features, churned, With(Learner.Linear)).Score(features);
        Assert.Equal(0.8271137657, Auc(scores, churned), 4);
        Assert.Equal(0.1434911994, scores.Zip(churned, (score, came) => Math.Pow(score - (came ? 1 : 0), 2)).Average(), 5);
        Assert.Equal(0.4363110648, scores.Zip(churned, (score, came) => -Math.Log(came ? score : 1 - score)).Average(), 5);
    }

    [Fact]
    public void Balanced_weights_keep_probabilities_true_to_the_share_of_outcomes()
    {
        (var features, bool[] outcomes, _) = Synthetic.Users(3_000, 5, intercept: -3.5);
        double share = outcomes.Average(one => one ? 1.0 : 0);
        Assert.InRange(share, 0.05, 0.15);
        foreach (var learner in new[] { Learner.LightGbm, Learner.Linear })
        {
            double[] scores = LearnedModel.FitBinary(features.Without("city"), outcomes, With(learner) with { Weights = ClassWeight.Balanced }).Score(features);
            Assert.InRange(scores.Average() / share, 0.8, 1.25);
        }
    }

    [Fact]
    public void Too_few_of_an_outcome_no_telling_feature_and_unknown_amounts_are_refused()
    {
        (var features, bool[] outcomes, double[] amounts) = Synthetic.Users(200, 1);
        bool[] oneClass = new bool[200];
        Assert.Contains("0 users with the outcome and 200 without", Assert.Throws<InsufficientDataException>(() => LearnedModel.FitBinary(features, oneClass, With(Learner.Linear))).Message);
        var constant = FeatureTable.From(new("t", [TextColumn.From("id", features.Ids), new NumberColumn("x", new double[200])]), "id");
        Assert.Contains("x: the same for every user", Assert.Throws<InsufficientDataException>(() => LearnedModel.FitBinary(constant, outcomes, With(Learner.LightGbm))).Message);
        amounts[3] = double.NaN;
        Assert.Contains("row 4", Assert.Throws<UserOpsException>(() => LearnedModel.FitAmount(features, amounts, With(Learner.Linear))).Message);
    }
}
