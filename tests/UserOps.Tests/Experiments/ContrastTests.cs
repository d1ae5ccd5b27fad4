using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Effects;

namespace UserOps.Tests.Experiments;

public class ContrastTests
{
    // gbstats, tests/frequentist/test_tests.py.
    private static readonly SampleMoments A = SampleMoments.FromSums(3407, 1396.87, 52377.9767), B = SampleMoments.FromSums(3461, 2422.7, 134698.29);

    private static readonly Gen<SampleMoments> Arm = Gen.Double[0, 50].Array[5, 40].Where(values => values.Distinct().Count() > 2).Select(values => SampleMoments.Of([values]));

    [Fact]
    public void Welch_gives_the_absolute_effect_of_gbstats()
    {
        var effect = Contrast.OfMeans(A, B).Absolute();
        Assert.Equal(0.29, effect.Value, 6);
        Assert.Equal(0.12478363158758794, effect.StandardError!.Value, 10); // SciPy: sqrt(v1/n1 + v2/n2)
        Assert.Equal(5841.742032093565, effect.DegreesOfFreedom!.Value, 6);
        Assert.Equal(0.020158402643586957, effect.PValue, 10);
        Assert.Equal((0.04538, 0.53462), (Math.Round(effect.Interval.Lower, 5), Math.Round(effect.Interval.Upper, 5)));
    }

    [Fact]
    public void The_delta_method_gives_the_relative_effect_of_gbstats()
    {
        var effect = Contrast.OfMeans(A, B).Relative(RelativeMethod.Delta)!;
        Assert.Equal(0.7073170731707317, effect.Value, 10);
        Assert.Equal(0.3787943616681428, effect.StandardError!.Value, 10);
        Assert.Equal(0.06191182745618358, effect.PValue, 10);
        Assert.Equal(-0.03526008906611777, effect.Interval.Lower, 9);
        Assert.Equal(1.449894235407581, effect.Interval.Upper, 9);
    }

    [Fact]
    public void Log_delta_and_Fieller_agree_with_the_formulas_in_SciPy()
    {
        // numpy 1.24, scipy 1.10: exp(log ratio ± t·se) − 1 and Fieller's quadratic, with t on 5841.742 degrees of freedom.
        var contrast = Contrast.OfMeans(A, B);
        var log = contrast.Relative(RelativeMethod.LogDelta)!;
        Assert.Equal(0.10515447676664498, log.Interval.Lower, 9);
        Assert.Equal(1.6375784106385751, log.Interval.Upper, 9);
        var fieller = contrast.Relative()!;
        Assert.Equal(0.09406197077128664, fieller.Interval.Lower, 9);
        Assert.Equal(1.7086899441918981, fieller.Interval.Upper, 9);
        Assert.Equal(contrast.Absolute().PValue, fieller.PValue, 12);
    }

    [Fact]
    public void One_sided_bounds_are_those_of_gbstats()
    {
        var contrast = Contrast.OfMeans(SampleMoments.FromSums(3000, 1396.87, 52377.9767), B);
        var greater = new EffectTest { Alternative = Alternative.Greater };
        Assert.Equal(-0.045137, contrast.Relative(RelativeMethod.Delta, greater)!.Interval.Lower, 1e-6);
        Assert.Equal(0.0655826, contrast.Relative(RelativeMethod.Delta, greater)!.PValue, 1e-7);
        Assert.Equal(0.0207915, contrast.Absolute(greater).Interval.Lower, 1e-7);
        Assert.Equal(0.0355427, contrast.Absolute(greater).PValue, 1e-7);
        Assert.Equal(double.PositiveInfinity, contrast.Absolute(greater).Interval.Upper);
    }

    [Fact]
    public void The_tail_is_never_zero()
    {
        // scipy.stats.t.sf(9, 5841.742032093565) × 2 and norm.sf(38) × 2.
        var far = EffectEstimate.FromStandardError(EffectScale.Absolute, 9, 1, 5841.742032093565, EffectTest.Usual, "Welch", 3407, 3461);
        Assert.Equal(1, far.PValue / 3.0016835301110574e-19, 9);
        var further = EffectEstimate.FromStandardError(EffectScale.Absolute, 38, 1, null, EffectTest.Usual, "normal", 10, 10);
        Assert.Equal(1, further.PValue / 5.770848394e-316, 3);
    }

    [Fact]
    public void Welch_on_shares_is_that_of_gbstats_where_the_variance_is()
    {
        // gbstats, 14 of 28 against 16 of 30. It takes p(1 − p) as the variance of a user, where zeros and ones have n ÷ (n − 1) times as much; with its variance its numbers come out.
        static SampleMoments Theirs(double x, long n) => SampleMoments.FromSums(n, x, (n - 1) * (x / n) * (1 - x / n) + x * x / n);
        var effect = Contrast.OfMeans(Theirs(14, 28), Theirs(16, 30)).Relative(RelativeMethod.Delta)!;
        Assert.Equal(0.06667, effect.Value, 5);
        Assert.Equal(0.27170, effect.StandardError!.Value, 5);
        Assert.Equal(0.80707, effect.PValue, 5);
        Assert.Equal(-0.47767, effect.Interval.Lower, 5);
        Assert.Equal(0.61101, effect.Interval.Upper, 5);
        var ours = Contrast.OfMeans(SampleMoments.Of(new ProportionCounts(14, 28)), SampleMoments.Of(new ProportionCounts(16, 30))).Relative(RelativeMethod.Delta)!;
        Assert.InRange(ours.StandardError!.Value / 0.27170, 1, 1 + 1.0 / 27);
    }

    [Fact]
    public void Differences_do_not_depend_on_the_unit_and_turn_with_the_arms() => Gen.Select(Arm, Arm, Gen.Double[0.1, 10]).Sample((control, treatment, unit) =>
    {
        var plain = Contrast.OfMeans(control, treatment);
        var scaled = Contrast.OfMeans(control.Map(new[,] { { unit } }), treatment.Map(new[,] { { unit } }));
        Assert.Equal(plain.Difference * unit, scaled.Difference, new Near());
        Assert.Equal(plain.Absolute().PValue, scaled.Absolute().PValue, 10);
        Assert.Equal(-plain.Difference, Contrast.OfMeans(treatment, control).Difference, new Near());
        Assert.Equal(plain.Absolute().PValue, Contrast.OfMeans(treatment, control).Absolute().PValue, 12);
    });

    [Fact]
    public void Every_relative_interval_holds_its_estimate_and_agrees_with_the_test_of_no_difference() => Gen.Select(Arm, Arm).Sample((control, treatment) =>
    {
        var contrast = Contrast.OfMeans(control, treatment);
        foreach (var method in Enum.GetValues<RelativeMethod>())
            if (contrast.Relative(method) is { } effect)
                Assert.True(effect.Interval.Contains(effect.Value));
        if (contrast.Relative() is { } fieller)
            Assert.Equal(contrast.Absolute().PValue < 0.05, !fieller.Interval.Contains(0));
    });

    [Fact]
    public void A_ratio_with_a_constant_denominator_is_a_mean()
    {
        double[] a = [1, 4, 2, 8, 5], b = [3, 9, 4, 7, 7];
        double[] twos = [2, 2, 2, 2, 2];
        var ratio = Contrast.OfRatios(SampleMoments.Of(a, twos), SampleMoments.Of(b, twos));
        var mean = Contrast.OfMeans(SampleMoments.Of([a]), SampleMoments.Of([b]));
        Assert.Equal(mean.Difference / 2, ratio.Difference, 12);
        Assert.Equal(mean.StandardError / 2, ratio.StandardError, 12);
    }

    [Fact]
    public void Clustered_errors_are_those_of_sandwich()
    {
        // R 4.2, sandwich 3.0-2: vcovCL(lm(y ~ 1), cluster = g, type = "HC0", cadjust = TRUE) per arm; 6 clusters each: means 4.4 and 4.785714, variances 0.21912 and 0.2070387.
        int[] cluster = [1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 10, 11, 11, 12, 12, 12, 12, 12, 12];
        double[] y = [3, 5, 2, 8, 1, 4, 4, 6, 7, 2, 9, 3, 3, 5, 8, 1, 6, 2, 7, 4, 4, 5, 2, 6, 8, 3, 1, 5, 2, 7, 9, 4, 6, 3];
        SampleMoments Arm(int odd) => SampleMoments.Of(Sums(odd, i => y[i]), Sums(odd, _ => 1));
        double[] Sums(int odd, Func<int, double> of) => [.. cluster.Index().Where(one => one.Item % 2 == odd).GroupBy(one => one.Item).Select(group => group.Sum(one => of(one.Index)))];
        var contrast = Contrast.OfRatios(Arm(1), Arm(0));
        Assert.Equal(4.785714 - 4.4, contrast.Difference, 6);
        Assert.Equal(0.21912, contrast.ControlVariance, 10);
        Assert.Equal(0.21912 + 0.2070387, contrast.Variance, 7);
    }

    [Fact]
    public void What_cannot_be_tested_is_refused()
    {
        var none = SampleMoments.Of([[2.0, 2, 2]]);
        Assert.Throws<InsufficientDataException>(() => Contrast.OfMeans(none, none));
        Assert.Throws<InsufficientDataException>(() => Contrast.OfMeans(SampleMoments.Of([[1.0]]), A));
        Assert.Throws<InsufficientDataException>(() => Contrast.OfRatios(SampleMoments.Of([1.0, 2], [0.0, 0]), SampleMoments.Of([1.0, 2], [1.0, 1])));
        Assert.Throws<UserOpsException>(() => Contrast.OfRatios(SampleMoments.Of([1.0, 2], [-1.0, 0]), SampleMoments.Of([1.0, 2], [1.0, 1])));
        Assert.Null(Contrast.OfMeans(SampleMoments.Of([[-1.0, 1, -2, 2]]), A).Relative());
        Assert.Throws<UserOpsException>(() => Contrast.OfMeans(A, B).Absolute(new() { Level = double.NaN }));
    }
}
