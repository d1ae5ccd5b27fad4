using UserOps.Churn;
using UserOps.Data;
using UserOps.Learning;
using UserOps.Testing;

namespace UserOps.Tests.Churn;

/// <summary>IBM's Telco customers: 7,043 rows, 1,869 churned.</summary>
public class ChurnTelcoTests
{
    private static readonly Lazy<ChurnResult> Telco = new(() =>
        TypedTable.Open(PublicData.Path("telco-churn/Telco-Customer-Churn.csv.gz")).Churn(new ChurnTableDefinition("customerID", "Churn")));

    [Fact]
    public void Ten_folds_reach_what_scikit_learn_reaches_and_no_more()
    {
        // scikit-learn 1.2.1, 10-fold stratified, seed 0: logistic 0.8456, random forest 0.8439, histogram gradient boosting 0.8482. Above 0.87 means leakage.
        var trials = Telco.Value.Trials.ToDictionary(trial => trial.Learner);
        Assert.Equal((7043, 1869), (Telco.Value.Unseen.Count, Telco.Value.Unseen.Positives));
        Assert.InRange(trials[Learner.Linear].MeanFoldAuc, 0.843, 0.849);
        Assert.InRange(trials[Learner.LightGbm].MeanFoldAuc, 0.845, 0.87);
        Assert.All(trials.Values, trial => Assert.InRange(trial.FoldAucError, 0.003, 0.008));
        Assert.Equal(10, trials[Learner.Linear].FoldAucs.Count);
    }

    [Fact]
    public void No_column_of_Telco_is_taken_for_leakage() => Assert.Empty(Telco.Value.Leaks);

    [Fact]
    public void The_id_and_the_target_are_never_features()
    {
        Assert.DoesNotContain(Telco.Value.UnseenFeatures.Features, feature => feature.Name is "customerID" or "Churn");
        Assert.Equal(19, Telco.Value.UnseenFeatures.Features.Count);
    }

    [Fact]
    public void Rows_can_be_scored_again_by_models_that_did_not_learn_from_them()
    {
        Assert.Equal(Telco.Value.Unseen.Scores, Telco.Value.ScoreUnseen(Telco.Value.UnseenFeatures));
        var longer = Telco.Value.UnseenFeatures.Replace(new NumberColumn("tenure", [.. Telco.Value.UnseenFeatures.Numbers("tenure").Select(months => months + 24)]));
        Assert.True(Telco.Value.ScoreUnseen(longer).Average() < Telco.Value.Unseen.Scores.Average() - 0.03);
    }

    [Fact]
    public void The_answer_shows_itself()
    {
        string text = Telco.Value.ToString().Replace('\u00A0', ' ');
        Assert.Contains("n = 7,043 users, 26.5 % left", text);
        Assert.Contains("logistic regression", text);
    }
}
