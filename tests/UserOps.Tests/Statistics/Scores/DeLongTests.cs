using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

/// <summary>
/// References: R's survival 3.5.3, concordance(y ~ score, influence = 1). Its influences are the placements ÷ class size, so DeLong's variance
/// is sum(d[y == 1]^2) * m / (m - 1) + sum(d[y == 0]^2) * n / (n - 1).
/// </summary>
public class DeLongTests
{
    [Fact]
    public void Area_and_standard_error_of_the_ratings_of_Hanley_and_McNeil_1982()
    {
        // J. A. Hanley and B. J. McNeil (1982), Radiology 143, table II: 58 normal and 51 abnormal images in five ratings; they print W = .893 and SE .032.
        var auc = Ratings([33, 6, 6, 11, 2], [3, 2, 2, 11, 33]).RocAuc();
        Assert.Equal(0.89317106152805947, auc.Value, 1e-14);
        Assert.Equal(0.03072440837938112, auc.StandardError, 1e-14);
        Assert.Equal(0.893, auc.Value, 5e-4);
    }

    [Fact]
    public void Standard_error_of_the_Telco_glm_matches_R()
    {
        var auc = TelcoScores.ThreeColumns().RocAuc();
        Assert.Equal(0.005189398255711184, auc.StandardError, 1e-12);
        // plogis(qlogis(.82711376572536) + c(-1, 1) * qnorm(.975) * .005189398255711184 / (.82711376572536 * (1 - .82711376572536)))
        Assert.Equal(0.816704939027, auc.Interval!.Value.Lower, 1e-11);
        Assert.Equal(0.837049438745, auc.Interval!.Value.Upper, 1e-11);
    }

    [Fact]
    public void Two_models_on_the_same_users_are_compared_as_in_R()
    {
        var test = TelcoScores.ThreeColumns().CompareAuc(TelcoScores.TenureAlone());
        Assert.Equal(0.08724659019673431, test.Difference, 1e-12);
        Assert.Equal(0.005291917634642002, test.StandardError, 1e-12);
        Assert.Equal(16.48676268610075, test.Z!.Value, 1e-8);
        Assert.Equal(4.567764114700746e-61, test.PValue!.Value, 1e-66);
    }

    [Fact]
    public void Fifteen_users_with_many_ties_are_judged_as_by_pROC()
    {
        // R's pROC 1.18.0: roc(y, s, direction = "<"), sqrt(var(roc)), roc.test(r1, r2, method = "delong", paired = TRUE).
        var test = Fifteen.First.CompareAuc(Fifteen.Second);
        Assert.Equal(0.625, Fifteen.First.Auc, 1e-14);
        Assert.Equal(0.16148012917557908, Fifteen.First.RocAuc().StandardError, 1e-14);
        Assert.Equal(0.6696428571428571, Fifteen.Second.Auc, 1e-14);
        Assert.Equal(0.15610111954694472, Fifteen.Second.RocAuc().StandardError, 1e-14);
        Assert.Equal(-0.30811801125666005, test.Z!.Value, 1e-12);
        Assert.Equal(0.75799253651327358, test.PValue!.Value, 1e-9);
    }

    [Fact]
    public void A_perfect_order_against_a_coin_is_a_difference_without_a_test()
    {
        // Every placement differs by one half: pROC says Z = Inf and p = 0, which six users cannot prove.
        var perfect = Ratings([3, 0], [0, 3]);
        var test = perfect.CompareAuc(perfect.With(_ => 1));
        Assert.Equal((0.5, 0), (test.Difference, test.StandardError));
        Assert.Null(test.Interval);
        Assert.Null(test.Z);
        Assert.Null(test.PValue);
    }

    [Fact]
    public void The_same_ranking_twice_is_no_difference()
    {
        var scores = Ratings([33, 6, 6, 11, 2], [3, 2, 2, 11, 33]);
        var test = scores.CompareAuc(scores.With(score => score * score));
        Assert.Equal((0, 0, 1), (test.Difference, test.StandardError, test.PValue!.Value));
    }

    [Fact]
    public void Interval_of_a_nearly_perfect_order_stays_below_1()
    {
        var auc = Ratings([30, 1, 0, 0, 0], [0, 1, 2, 3, 30]).RocAuc();
        Assert.InRange(auc.Value, 0.999, 0.99999);
        Assert.InRange(auc.Interval!.Value.Upper, auc.Value, 0.9999999);
    }

    [Fact]
    public void A_perfect_order_has_a_lower_bound_and_an_upper_bound_of_1()
    {
        var auc = Ratings([10, 0], [0, 10]).RocAuc();
        Assert.Equal(1, auc.Value);
        Assert.Equal(Math.Pow(0.05, 0.1), auc.Interval!.Value.Lower, 1e-12);
        Assert.Equal(1, auc.Interval!.Value.Upper);
    }

    [Fact]
    public void A_single_user_of_a_class_gives_no_interval_and_no_comparison()
    {
        var scores = new BinaryScores([0.1, 0.2, 0.3], [false, false, true]);
        Assert.Null(scores.RocAuc().Interval);
        Assert.Throws<InsufficientDataException>(() => scores.CompareAuc(scores));
    }

    [Fact]
    public void Models_that_scored_other_users_are_not_compared() =>
        Assert.Throws<UserOpsException>(() => new BinaryScores([1, 2, 3, 4], [true, false, true, false]).CompareAuc(new([1, 2, 3, 4], [false, true, true, false])));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Impossible_levels_are_refused(double level) =>
        Assert.Throws<UserOpsException>(() => new BinaryScores([1, 2, 3, 4], [true, false, true, false]).RocAuc(level));

    internal static (BinaryScores First, BinaryScores Second) Fifteen { get; } = (
        new([.9, .8, .8, .7, .6, .6, .6, .1, .55, .4, .4, .3, .95, .2, .5], Left), new([.7, .7, .9, .2, .8, .3, .6, .4, .5, .5, .1, .3, .6, .2, .65], Left));

    private static bool[] Left => [true, false, true, false, true, false, false, true, true, false, true, false, true, false, false];

    private static BinaryScores Ratings(int[] negatives, int[] positives) => new(
        [.. negatives.SelectMany((count, rating) => Enumerable.Repeat((double)rating, count)), .. positives.SelectMany((count, rating) => Enumerable.Repeat((double)rating, count))],
        [.. Enumerable.Repeat(false, negatives.Sum()), .. Enumerable.Repeat(true, positives.Sum())]);
}
