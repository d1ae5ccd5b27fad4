using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Integrity;

namespace UserOps.Tests.Experiments;

public class ProportionEffectsTests
{
    private static readonly Gen<ProportionCounts> Counts = Gen.Select(Gen.Int[1, 400], Gen.Double[0, 1]).Select((n, share) => new ProportionCounts((long)Math.Round(n * share), n));

    [Theory]
    // Newcombe (1998), Statistics in Medicine 17, table II, method 10; more digits by statsmodels 0.13 confint_proportions_2indep(method="newcomb").
    [InlineData(56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614)]
    [InlineData(9, 10, 3, 10, 0.1705227239345029, 0.809017973535488)]
    [InlineData(6, 7, 2, 7, 0.05822792748231209, 0.8062496375242278)]
    [InlineData(5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165)]
    [InlineData(10, 10, 0, 20, 0.6790860371419145, 1)]
    [InlineData(150, 1000, 120, 1000, 1.3782434204051563e-05, 0.06000825857012657)]
    public void Difference_matches_the_worked_examples_of_Newcombe_1998(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        var interval = ProportionEffects.Between(new(x2, n2), new(x1, n1)).Absolute.Interval;
        Assert.Equal(lower, interval.Lower, 9);
        Assert.Equal(upper, interval.Upper, 9);
    }

    [Theory]
    // Donner and Zou (2012), equation for a ratio, from statsmodels 0.13 proportion_confint(method="wilson").
    [InlineData(150, 1000, 120, 1000, 0.00010166090743646272, 0.5622888195331206)]
    [InlineData(16, 30, 14, 28, -0.34551150154088306, 0.7610673386250861)]
    [InlineData(3, 200, 1, 210, -0.6033596360185653, 21.952108364325824)]
    public void Lift_matches_the_formula_of_Donner_and_Zou_2012(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        var interval = ProportionEffects.Between(new(x2, n2), new(x1, n1)).Relative!.Interval;
        Assert.Equal(lower, interval.Lower, 8);
        Assert.Equal(upper, interval.Upper, 6);
    }

    [Fact]
    public void The_score_test_is_that_of_SciPy() =>
        // scipy.stats.chi2_contingency([[150, 850], [120, 880]], correction=False).
        Assert.Equal(0.04964038686536881, ProportionEffects.Between(new(120, 1000), new(150, 1000)).Absolute.PValue, 12);

    [Fact]
    public void Pearson_of_tea_tasting_comes_out() =>
        // R19: 19/53 v 13/47, uncorrected; R agrees.
        Assert.Equal(0.380909682312, ProportionEffects.Between(new(19, 53), new(13, 47)).Absolute.PValue, 9);

    [Fact]
    public void Intervals_stay_within_what_is_possible_and_turn_with_the_arms() => Gen.Select(Counts, Counts).Sample((control, treatment) =>
    {
        if ((control + treatment).Successes == 0 || (control + treatment).Failures == 0)
            return;
        var (absolute, relative) = ProportionEffects.Between(control, treatment);
        Assert.InRange(absolute.Interval.Lower, -1, absolute.Value + 1e-12);
        Assert.InRange(absolute.Interval.Upper, absolute.Value - 1e-12, 1);
        var turned = ProportionEffects.Between(treatment, control).Absolute;
        Assert.Equal(-absolute.Interval.Lower, turned.Interval.Upper, new Near());
        Assert.Equal(absolute.PValue, turned.PValue, new Near());
        if (relative is not null)
            Assert.InRange(relative.Interval.Lower, -1, relative.Value + 1e-9);
        if (relative is not null && relative.Interval.Lower > 1e-9)
            Assert.True(absolute.Interval.Lower > -1e-9);
    });

    [Fact]
    public void Rare_events_are_named_and_shares_that_cannot_be_compared_refused()
    {
        Assert.Contains("Rare", Assert.Single(ProportionEffects.Between(new(1, 50), new(3, 50)).Absolute.Notes), StringComparison.Ordinal);
        Assert.Null(ProportionEffects.Between(new(0, 50), new(3, 50)).Relative);
        Assert.Throws<InsufficientDataException>(() => ProportionEffects.Between(new(0, 50), new(0, 50)));
        Assert.Throws<InsufficientDataException>(() => ProportionEffects.Between(new(50, 50), new(50, 50)));
        Assert.Throws<InsufficientDataException>(() => ProportionEffects.Between(new(0, 0), new(1, 50)));
        Assert.Throws<UserOpsException>(() => ProportionEffects.Between(new(1, 50), new(3, 50), new() { Null = 1 }));
    }

    [Fact]
    public void Sizes_of_arms_are_tested_as_published()
    {
        // R20: R's binom.test and chisq.test; Kohavi, Tang and Xu (2020), page 219; Hillstrom's three arms.
        Assert.Equal(0.617299413589, SampleRatio.Test([53, 47]).PValue, 10);
        Assert.Equal(0.5485062355, SampleRatio.Test([53, 47]).ChiSquarePValue, 9);
        Assert.Equal(1.82179e-6, SampleRatio.Test([821_588, 815_482]).PValue, 10);
        Assert.Equal(7.901738, SampleRatio.Test([15_752, 15_257]).ChiSquareStatistic, 5);
        Assert.Equal(0.004938732, SampleRatio.Test([15_752, 15_257]).ChiSquarePValue, 8);
        Assert.Equal(0.005025791, SampleRatio.Test([15_752, 15_257]).PValue, 8);
        Assert.Equal(0.90369, SampleRatio.Test([21_307, 21_387, 21_306]).PValue, 5);
        Assert.Equal(1, SampleRatio.Test([90, 10], [9, 1]).PValue, 9);
        Assert.Throws<InsufficientDataException>(() => SampleRatio.Test([0, 0]));
        Assert.Throws<UserOpsException>(() => SampleRatio.Test([5, 5], [1, double.NaN]));
    }
}
