using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class ReliabilityCurveTests
{
    [Fact]
    public void Calibration_error_of_the_Telco_glm_by_quantiles_and_by_width()
    {
        // pandas qcut(p, 10) and numpy digitize on ten equal widths; weighted mean of |rate − mean p|.
        var scores = TelcoScores.ThreeColumns();
        Assert.Equal(0.018932145905591533, scores.Reliability().Error, 1e-10);
        Assert.Equal(0.018536703821968925, scores.Reliability(Binning.EqualWidth).Error, 1e-10);
    }

    // calibration_curve(y, s, n_bins=5, strategy="uniform" and "quantile"), scikit-learn 1.2.1.
    [Theory]
    [InlineData(Binning.EqualWidth, new[] { 1 / 2.0, 1 / 3.0, 2 / 5.0, 1 / 3.0, 1 }, new[] { 0.15, 0.36666666666666664, 0.57, 0.7666666666666666, 0.925 })]
    [InlineData(Binning.EqualMass, new[] { 1 / 3.0, 1 / 3.0, 1 / 2.0, 1 / 3.0, 1 }, new[] { 0.2, 0.43333333333333335, 0.5875, 0.7666666666666666, 0.925 })]
    public void Bins_with_ties_are_those_of_scikit_learn(Binning binning, double[] rates, double[] scores)
    {
        var bins = DeLongTests.Fifteen.First.Reliability(binning, bins: 5).Bins;
        Assert.All(rates.Zip(bins), pair => Assert.Equal(pair.First, pair.Second.Rate, 1e-14));
        Assert.All(scores.Zip(bins), pair => Assert.Equal(pair.First, pair.Second.MeanScore, 1e-14));
        Assert.Equal(5, bins.Count);
    }

    [Fact]
    public void Bins_counted_by_hand()
    {
        var curve = new BinaryScores([0.05, 0.1, 0.15, 0.9, 0.95, 1], [false, true, false, true, true, false]).Reliability(Binning.EqualWidth);
        Assert.Equal([2, 1, 1, 2], curve.Bins.Select(bin => bin.Users));
        Assert.Equal([1, 0, 1, 1], curve.Bins.Select(bin => bin.Positives));
        Assert.Equal(0.075, curve.Bins[0].MeanScore, 1e-12);
        Assert.Equal((2 * 0.425 + 0.15 + 0.1 + 2 * 0.475) / 6, curve.Error, 1e-12);
        Assert.Equal(0.475, curve.LargestError, 1e-12);
    }

    [Fact]
    public void Equal_scores_share_a_bin()
    {
        var curve = new BinaryScores([.. Enumerable.Repeat(0.3, 50)], [.. Enumerable.Range(0, 50).Select(i => i < 15)]).Reliability();
        Assert.Equal(50, Assert.Single(curve.Bins).Users);
        Assert.Equal(0, curve.Error, 1e-12);
    }

    [Fact]
    public void Scores_twice_too_high_are_called_miscalibrated_and_the_right_ones_are_not()
    {
        bool[] outcomes = [.. Enumerable.Range(0, 1000).Select(i => i % 4 == 0)];
        var right = new BinaryScores([.. Enumerable.Repeat(0.25, 1000)], outcomes);
        Assert.False(right.Reliability().IsMiscalibrated);
        Assert.True(right.With(score => 2 * score).Reliability().IsMiscalibrated);
        Assert.Single(right.With(score => 2 * score).Reliability().Notes);
    }

    [Fact]
    public void Fewer_than_two_bins_are_refused() =>
        Assert.Throws<UserOpsException>(() => new BinaryScores([0.1, 0.2], [false, true]).Reliability(bins: 1));
}
