using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class ProbabilityScoresTests
{
    [Fact]
    public void Counted_by_hand()
    {
        var scores = new BinaryScores([0.8, 0.4, 0.25], [true, false, false]).Probability();
        Assert.Equal((0.04 + 0.16 + 0.0625) / 3, scores.Brier, 1e-15);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.75)) / 3, scores.LogLoss, 1e-15);
    }

    [Fact]
    public void Certainty_that_came_true_costs_nothing_and_certainty_that_did_not_is_counted()
    {
        var right = new BinaryScores([1, 0], [true, false]).Probability();
        Assert.Equal((0.0, 0.0, 0), (right.Brier, right.LogLoss, right.Impossible));
        var wrong = new BinaryScores([0, 0], [true, false]).Probability();
        Assert.Equal(1, wrong.Impossible);
        Assert.Equal(-Math.Log(1e-15) / 2, wrong.LogLoss, 1e-12);
    }

    [Fact]
    public void Parts_of_the_Brier_score_sum_to_it() =>
        (from scores in Gen.Double[0, 1].Array[4, 60] from outcomes in Gen.Bool.Array[scores.Length] select (scores, outcomes))
        .Where(it => it.outcomes.Contains(true) && it.outcomes.Contains(false))
        .Sample(it =>
        {
            var brier = new BinaryScores(it.scores, it.outcomes).Probability();
            var parts = brier.Parts;
            return Math.Abs(parts.Reliability - parts.Resolution + parts.Uncertainty + parts.Within - brier.Brier) < 1e-12;
        });

    [Fact]
    public void Three_terms_suffice_where_scores_are_equal_within_bins()
    {
        // Ten at 0.2 with three, ten at 0.6 with five: reliability (.1² + .1²)/2, resolution .1², uncertainty .4 · .6.
        bool[] outcomes = [.. Enumerable.Range(0, 10).Select(i => i < 3), .. Enumerable.Range(0, 10).Select(i => i < 5)];
        var parts = new BinaryScores([.. Enumerable.Repeat(0.2, 10), .. Enumerable.Repeat(0.6, 10)], outcomes).Probability().Parts;
        Assert.Equal(0.01, parts.Reliability, 1e-15);
        Assert.Equal(0.01, parts.Resolution, 1e-15);
        Assert.Equal(0.24, parts.Uncertainty, 1e-15);
        Assert.Equal(0, parts.Within, 1e-15);
    }
}
