using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class BinaryScoresTests
{
    private static readonly double[] Tied = [0.9, 0.8, 0.8, 0.7, 0.6, 0.6, 0.6, 0.1];
    private static readonly bool[] Outcomes = [true, false, true, false, true, false, false, true];

    // Pairs of scores and outcomes with both classes and many ties.
    private static readonly Gen<BinaryScores> Cases =
        from scores in Gen.Int[0, 9].Select(score => score / 10.0).Array[2, 40]
        from outcomes in Gen.Bool.Array[scores.Length]
        where outcomes.Contains(true) && outcomes.Contains(false)
        select new BinaryScores(scores, outcomes);

    [Fact]
    public void Auc_and_average_precision_of_tied_scores_match_scikit_learn()
    {
        // roc_auc_score and average_precision_score, scikit-learn 1.2.1.
        var scores = new BinaryScores(Tied, Outcomes);
        Assert.Equal(0.53125, scores.Auc, 1e-15);
        Assert.Equal(0.6488095238095238, scores.AveragePrecision, 1e-15);
    }

    [Fact]
    public void Fifteen_users_have_the_figures_of_scikit_learn()
    {
        // average_precision_score, log_loss and brier_score_loss, scikit-learn 1.2.1.
        var probability = DeLongTests.Fifteen.First.Probability();
        Assert.Equal(0.6817460317460318, DeLongTests.Fifteen.First.AveragePrecision, 1e-15);
        Assert.Equal(0.7424746193891081, probability.LogLoss, 1e-14);
        Assert.Equal(0.265, probability.Brier, 1e-15);
    }

    [Fact]
    public void Figures_of_the_Telco_glm_match_R_and_scikit_learn()
    {
        var scores = TelcoScores.ThreeColumns();
        Assert.Equal((7043, 1869), (scores.Count, scores.Positives));
        Assert.Equal(0.8271137657253631, scores.Auc, 1e-12);
        Assert.Equal(0.6122790281249224, scores.AveragePrecision, 1e-12);
        var probability = scores.Probability();
        Assert.Equal(0.14349119937665003, probability.Brier, 1e-12);
        Assert.Equal(0.436311064786031, probability.LogLoss, 1e-12);
    }

    [Fact]
    public void Rounded_Telco_probabilities_with_heavy_ties_match_scikit_learn()
    {
        var scores = TelcoScores.ThreeColumns().With(score => Math.Round(score, 1));
        Assert.Equal(0.8220537390827042, scores.Auc, 1e-12);
        Assert.Equal(0.5763828832860336, scores.AveragePrecision, 1e-12);
    }

    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order_and_ties_count_half() => Cases.Sample(scores =>
    {
        double sum = 0;
        for (int i = 0; i < scores.Count; i++)
            for (int j = 0; j < scores.Count; j++)
                if (scores.Outcomes[i] && !scores.Outcomes[j])
                    sum += (Math.Sign(scores.Scores[i] - scores.Scores[j]) + 1) / 2.0;
        return Math.Abs(sum / scores.Positives / scores.Negatives - scores.Auc) < 1e-12;
    });

    [Fact]
    public void Auc_turns_round_when_scores_do() =>
        Cases.Sample(scores => Math.Abs(scores.Auc + scores.With(score => -score).Auc - 1) < 1e-12);

    [Fact]
    public void A_rising_change_of_scores_changes_no_rank_figure() => Cases.Sample(scores =>
    {
        var changed = scores.With(score => Math.Exp(3 * score) - 7);
        return scores.Auc == changed.Auc && scores.AveragePrecision == changed.AveragePrecision;
    });

    [Fact]
    public void A_model_that_scores_all_alike_has_auc_a_half_and_the_base_rate_as_precision()
    {
        var scores = new BinaryScores(new double[8], Outcomes);
        Assert.Equal(0.5, scores.Auc);
        Assert.Equal(0.5, scores.AveragePrecision);
        Assert.Equal(1, scores.Gain().TopDecile.Lift, 1e-12);
    }

    [Fact]
    public void One_class_only_is_refused_with_the_number_found()
    {
        var refusal = Assert.Throws<InsufficientDataException>(() => new BinaryScores([0.1, 0.2], [false, false]));
        Assert.Contains("0 of 2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_that_is_no_number_is_refused_with_its_place(double odd)
    {
        var refusal = Assert.Throws<UserOpsException>(() => new BinaryScores([0.1, odd], [false, true]));
        Assert.Contains("2 of 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unequal_lengths_are_refused() => Assert.Throws<UserOpsException>(() => new BinaryScores([0.1], [false, true]));

    [Fact]
    public void Scores_that_are_no_probabilities_have_ranks_but_no_brier_score()
    {
        var scores = new BinaryScores([-3, 4], [false, true]);
        Assert.Equal(1, scores.Auc);
        Assert.Throws<UserOpsException>(() => scores.Probability());
        Assert.Throws<UserOpsException>(() => scores.Reliability());
    }
}
