using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Design;

namespace UserOps.Tests.Experiments.Design;

public class TwoArmPowerTests
{
    [Fact]
    public void Power_of_rates_matches_power_prop_test_of_R() =>
        Assert.Equal(0.740165901331, TwoArmPower.Rates(0.5, 0.75, 50, 50), 1e-11);

    // R 4.2.2: power.prop.test(p1 =, p2 =, power =, tol = 1e-12)$n; the root itself is known to about 1e-8 there.
    [Theory]
    [InlineData(0.5, 0.75, 0.9, 76.70692845178)]
    [InlineData(0.2, 0.25, 0.8, 1093.73904583)]
    [InlineData(0.1, 0.12, 0.8, 3840.84748243)]
    [InlineData(0.02, 0.025, 0.8, 13808.924918)]
    public void Sample_sizes_of_rates_match_power_prop_test_of_R(double control, double treatment, double power, double expected) =>
        Assert.Equal(expected, Rate(control, treatment, power).UsersPerTreatment(), 2e-8 * expected);

    [Fact]
    public void Power_on_the_arcsine_scale_matches_pwr()
    {
        // pwr 1.3-0: pwr.2p.test(h = .3, n = 80, alternative = "greater"), pwr.2p2n.test(h = .3, n1 = 80, n2 = 245, alternative = "greater" and "two.sided"), ES.h(.5, .4).
        Assert.Equal(0.599677704546, TwoArmPower.Arcsine(0.3, 80, 80, alternative: Alternative.Greater), 1e-11);
        Assert.Equal(0.753292447232, TwoArmPower.Arcsine(0.3, 80, 245, alternative: Alternative.Greater), 1e-11);
        Assert.Equal(0.644234558877, TwoArmPower.Arcsine(0.3, 80, 245), 1e-11);
        Assert.Equal(0.2013579207903309, TwoArmPower.EffectSize(0.4, 0.5), 1e-15);
    }

    [Fact]
    public void Power_of_means_matches_pwr_and_R()
    {
        // pwr.t.test(d = .2, n = 60, sig.level = .1), (d = 1, n = 30); pwr.t2n.test(40, 90, d = .4, two.sided and greater); power.t.test(n = 20, delta = 1, strict = TRUE).
        Assert.Equal(0.292340511236, TwoArmPower.Means(0.2, 60, 60, 0.1), 1e-10);
        Assert.Equal(0.967708258243, TwoArmPower.Means(1, 30, 30), 1e-10);
        Assert.Equal(0.5514126440743, TwoArmPower.Means(0.4, 40, 90), 1e-10);
        Assert.Equal(0.6732625621518, TwoArmPower.Means(-0.4, 90, 40, alternative: Alternative.Less), 1e-10);
        Assert.Equal(0.8689530277246, TwoArmPower.Means(1, 20, 20), 1e-10);
        // Without strict, R leaves out the wrong direction, which is 2e-7 here.
        Assert.Equal(0.868952801692, TwoArmPower.Means(1, 20, 20), 3e-7);
    }

    [Fact]
    public void Sample_sizes_of_means_match_pwr_and_R()
    {
        Assert.Equal(63.76561044414, Standard(0.5, 0.8).UsersPerTreatment(), 1e-6);
        Assert.Equal(22.02108842637, Standard(1, 0.9).UsersPerTreatment(), 1e-6);
        Assert.Equal(22.0210977039, Standard(1, 0.9).UsersPerTreatment(), 2e-5);
    }

    // mpmath, 30 digits, the integral over the estimated standard deviation.
    [Theory]
    [InlineData(2.5, 17, 1.3, 0.142107480449493395)]
    [InlineData(10, 40, 2, 1.45495205258387375e-8)]
    [InlineData(30, 12, 1, 1.55002010504338749e-11)]
    [InlineData(1.96, 5000, 0.5, 0.0721970369026769926)]
    [InlineData(8, 200, 0.5, 1.52567521584221651e-12)]
    public void Tails_of_the_noncentral_t_keep_their_digits(double value, double df, double noncentrality, double expected) =>
        Assert.Equal(1, NoncentralT.Above(value, df, noncentrality) / expected, 1e-9);

    [Fact]
    public void Without_a_difference_the_noncentral_t_is_the_t() => Gen.Select(Gen.Double[-6, 6], Gen.Double[1, 500]).Sample((value, df) =>
        Assert.Equal(1, NoncentralT.Above(value, df, 0) / UserOps.Statistics.Tails.Above(value, df), 1e-9));

    [Fact]
    public void More_users_and_larger_effects_are_found_more_often() => Gen.Select(Gen.Double[0.02, 0.5], Gen.Double[0.01, 0.3], Gen.Int[20, 5000]).Sample((rate, effect, users) =>
    {
        double power = TwoArmPower.Rates(rate, rate + effect, users, users);
        Assert.True(TwoArmPower.Rates(rate, rate + effect, 2 * users, 2 * users) >= power);
        Assert.True(TwoArmPower.Means(effect, 2 * users, users) >= TwoArmPower.Means(effect, users, users));
        Assert.True(TwoArmPower.Means(effect * 1.1, users, users) >= TwoArmPower.Means(effect, users, users) - 1e-12);
    });

    [Theory]
    [InlineData(0, 0.5, 10)]
    [InlineData(0.5, 1, 10)]
    [InlineData(double.NaN, 0.5, 10)]
    [InlineData(0.5, 0.6, 0)]
    [InlineData(0.5, 0.6, double.NaN)]
    public void Numbers_out_of_range_are_refused(double control, double treatment, double users) =>
        Assert.Throws<UserOpsException>(() => TwoArmPower.Rates(control, treatment, users, users));

    private static ExperimentPlan Rate(double control, double treatment, double power) =>
        new() { Metric = new PlannedMetric.Proportion(control), Effect = treatment - control, Scale = EffectScale.Absolute, Power = power };

    private static ExperimentPlan Standard(double difference, double power) =>
        new() { Metric = new PlannedMetric.Mean(0, 1), Effect = difference, Scale = EffectScale.Absolute, Power = power };
}
