using System.Text.Json;
using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class CalibrationTests
{
    private static readonly double[] Said = [.05, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8, .85, .9, .95, .5];
    private static readonly int[] Came = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1];
    private static readonly BinaryScores Twenty = new(Said, [.. Came.Select(one => one == 1)]);

    private static readonly Gen<BinaryScores> Cases =
        from scores in Gen.Double[0, 1].Array[3, 40]
        from outcomes in Gen.Bool.Array[scores.Length]
        where outcomes.Contains(true) && outcomes.Contains(false)
        select new BinaryScores(scores, outcomes);

    public static TheoryData<string> Kinds => ["Platt", "beta", "isotonic"];

    [Fact]
    public void Platt_matches_scikit_learn_and_statsmodels_on_smoothed_targets()
    {
        // statsmodels GLM(Binomial) of Platt's targets on log-odds; scikit-learn 1.2.1 _sigmoid_calibration agrees to 1e-6.
        var platt = Calibration.Platt.Fit(Twenty);
        Assert.Equal(0.35534925023884223, platt.Slope, 1e-9);
        Assert.Equal(-0.4181543325992658, platt.Intercept, 1e-9);
    }

    [Fact]
    public void Beta_matches_statsmodels_on_twenty_users_and_on_Telco()
    {
        // statsmodels GLM(Binomial) of Platt's targets on ln p and −ln(1 − p).
        var beta = Calibration.Beta.Fit(Twenty);
        Assert.Equal(0.622243274535851, beta.A, 1e-8);
        Assert.Equal(0.11749656894376648, beta.B, 1e-8);
        Assert.Equal(0.030759623915553758, beta.C, 1e-8);
        var telco = Calibration.Beta.Fit(TelcoScores.TenureAlone());
        Assert.Equal(0.4555833696417822, telco.A, 1e-7);
        Assert.Equal(2.6215782180005074, telco.B, 1e-7);
        Assert.Equal(-1.3691370739393234, telco.C, 1e-7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-15)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    public void Scores_in_two_heaps_that_part_the_classes_give_the_line_of_two_scores(double width)
    {
        // With targets 41/42 and 1/42 a line through two scores meets both targets: slope = 2 ln 41 ÷ (2 ln 9).
        double[] scores = [.. Enumerable.Range(0, 80).Select(i => (i % 2 == 0 ? 0.1 : 0.9) + width * (i % 7 - 3))];
        var heaps = new BinaryScores(scores, [.. Enumerable.Range(0, 80).Select(i => i % 2 == 1)]);
        Assert.Equal(Math.Log(41) / Math.Log(9), Calibration.Platt.Fit(heaps).Slope, 1e-9 + 100 * width);
        Assert.All((Calibration[])[Calibration.Platt.Fit(heaps), Calibration.Beta.Fit(heaps)], fit =>
        {
            Assert.Equal(1 / 42.0, fit.Of(0.1), 1e-9 + width);
            Assert.Equal(41 / 42.0, fit.Of(0.9), 1e-9 + width);
        });
    }

    [Fact]
    public void Isotonic_matches_scikit_learn_between_and_on_its_knots()
    {
        // scikit-learn 1.2.1 IsotonicRegression(out_of_bounds="clip").
        var isotonic = Calibration.Isotonic.Fit(Twenty);
        double[] at = [.17, .22, .41, .52, .58, .63, .78];
        double[] expected = [0.25, 0.25, 1 / 3.0, 1 / 3.0, 0.47619047619047594, 4 / 7.0, 4 / 7.0];
        Assert.All(at.Zip(expected), pair => Assert.Equal(pair.Second, isotonic.Of(pair.First), 1e-12));
    }

    [Fact]
    public void Isotonic_on_Telco_with_ties_matches_scikit_learn()
    {
        var isotonic = Calibration.Isotonic.Fit(TelcoScores.TenureAlone());
        double[] at = [.05, .1, .2, .33, .45, .5];
        double[] expected = [0.016574585635359115, 0.13679245283018868, 0.20865533230293662, 0.26649746192893403, 0.3890009713977824, 0.6089743589743589];
        Assert.All(at.Zip(expected), pair => Assert.Equal(pair.Second, isotonic.Of(pair.First), 1e-9));
    }

    [Fact]
    public void Pooling_matches_isoreg_of_R()
    {
        // isoreg(c(1, 0, 4, 3, 3, 5, 4, 2, 0))$yf, R 4.2.2.
        double[] rising = IsotonicFit.Rising(((double[])[1, 0, 4, 3, 3, 5, 4, 2, 0]).Select(value => (value, 1.0)));
        Assert.Equal([.5, .5, 3, 3, 3, 3, 3, 3, 3], rising);
    }

    [Fact]
    public void Pooling_with_weights_and_ties_matches_scikit_learn()
    {
        // scikit-learn 1.2.1: IsotonicRegression().fit_transform(arange(6), [1, 0, 4, 3, 3, 5], sample_weight=[1, 3, 2, 1, 1, 5]).
        (double, double)[] points = [(1, 1), (0, 3), (4, 2), (3, 1), (3, 1), (5, 5)];
        Assert.Equal([.25, .25, 3.5, 3.5, 3.5, 5], IsotonicFit.Rising(points));
        // The same, out_of_bounds="clip", on fifteen users of whom many share a score; beyond 0.8 our guard against 1 sets in.
        var isotonic = Calibration.Isotonic.Fit(DeLongTests.Fifteen.First);
        double[] at = [.05, .15, .45, .5, .52, .58, .65, .75], expected = [1 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0, .36, .4, .4, .45];
        Assert.All(at.Zip(expected), pair => Assert.Equal(pair.Second, isotonic.Of(pair.First), 1e-12));
    }

    [Fact]
    public void Blocks_that_are_all_or_none_stay_off_0_and_1()
    {
        // Two below without, two above with the outcome: ½ ÷ 3 and its counterpart.
        var isotonic = Calibration.Isotonic.Fit(new([0.1, 0.1, 0.9, 0.9], [false, false, true, true]));
        Assert.Equal(0.5 / 3, isotonic.Of(0), 1e-12);
        Assert.Equal(1 - 0.5 / 3, isotonic.Of(1), 1e-12);
    }

    [Fact]
    public void Scores_that_part_the_classes_give_finite_curves()
    {
        var parted = new BinaryScores([0.1, 0.2, 0.3, 0.7, 0.8, 0.9], [false, false, false, true, true, true]);
        Assert.All(Kinds, kind => Assert.InRange(Fit(kind, parted).Of(1), 0.6, 1 - 1e-9));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_keeps_the_order_and_stays_off_0_and_1(string kind) => Cases.Sample(scores =>
    {
        double[] curve = [.. Enumerable.Range(0, 101).Select(i => Fit(kind, scores).Of(i / 100.0))];
        return curve[0] > 0 && curve[100] < 1 && curve.Zip(curve.Skip(1)).All(pair => pair.First <= pair.Second + 1e-12);
    }, iter: 300);

    [Fact]
    public void Scores_worse_than_chance_are_levelled_and_not_turned_round()
    {
        var backward = Twenty.With(score => 1 - score);
        Assert.Equal(0, Calibration.Platt.Fit(backward).Slope);
        Assert.Equal(Calibration.Platt.Fit(backward).Of(0.1), Calibration.Platt.Fit(backward).Of(0.9));
    }

    [Fact]
    public void One_and_two_distinct_scores_are_enough_for_a_curve()
    {
        Assert.Equal(0.25, Calibration.Beta.Fit(new([0.5, 0.5, 0.5, 0.5], [true, false, false, false])).Of(0.5), 0.1);
        Assert.True(double.IsFinite(Calibration.Beta.Fit(new([0.2, 0.2, 0.7, 0.7], [false, true, false, true])).Of(0.5)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double score) => Assert.Throws<UserOpsException>(() => new Calibration.None().Of(score));

    [Fact]
    public void A_calibration_reads_back_from_json_as_it_was()
    {
        Assert.All(Kinds, kind =>
        {
            var read = JsonSerializer.Deserialize<Calibration>(JsonSerializer.Serialize(Fit(kind, Twenty)))!;
            Assert.Equal(Said.Select(Fit(kind, Twenty).Of), Said.Select(read.Of));
        });
    }

    private static Calibration Fit(string kind, BinaryScores scores) => kind switch
    {
        "Platt" => Calibration.Platt.Fit(scores),
        "beta" => Calibration.Beta.Fit(scores),
        _ => Calibration.Isotonic.Fit(scores),
    };
}
