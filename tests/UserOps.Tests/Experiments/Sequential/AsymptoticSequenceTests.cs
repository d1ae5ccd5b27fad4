using UserOps.Experiments;
using UserOps.Experiments.Sequential;

namespace UserOps.Tests.Experiments.Sequential;

/// <summary>Against gbstats (GrowthBook), tests/frequentist/test_tests.py, recomputed by hand from the formulas of Waudby-Smith et al.</summary>
public class AsymptoticSequenceTests
{
    private static readonly SampleMoments Control = SampleMoments.FromSums(3000, 1396.87, 52377.9767), Treatment = SampleMoments.FromSums(3461, 2422.7, 134698.29);

    [Fact]
    public void The_scale_of_the_mixture_matches_gbstats()
    {
        Assert.Equal(0.0398401, Math.Sqrt(AsymptoticSequence.SquaredRho(0.05, 5000)), 5e-8);
        Assert.Equal(0.0890851, Math.Sqrt(AsymptoticSequence.SquaredRho(0.05, 1000)), 5e-8);
    }

    [Fact]
    public void The_relative_difference_of_means_matches_gbstats()
    {
        var effect = AsymptoticSequence.Unchecked(Relative(EffectTest.Usual));
        Assert.Equal(0.50336, effect.Value, 5e-6);
        Assert.Equal(-0.50972, effect.Interval.Lower, 1e-5);
        Assert.Equal(1.51644, effect.Interval.Upper, 1e-5);
        Assert.Equal(1, effect.PValue);
    }

    [Fact]
    public void Rates_match_gbstats()
    {
        double a = 1396.0 / 3000, b = 2422.0 / 3461;
        double error = Math.Sqrt(b * (1 - b) / 3461 / (a * a) + a * (1 - a) / 3000 * b * b / (a * a * a * a));
        var effect = AsymptoticSequence.Of(Estimate(EffectScale.Relative, b / a - 1, error, EffectTest.Usual), new NormalEvidence.Rates(new(1396, 3000), new(2422, 3461)));
        Assert.Equal(0.50386, effect.Value, 5e-6);
        Assert.Equal(0.03386, effect.StandardError!.Value, 5e-6);
        Assert.Equal(0.40098, effect.Interval.Lower, 1e-5);
        Assert.Equal(0.60675, effect.Interval.Upper, 1e-5);
        Assert.InRange(effect.PValue, double.Epsilon, 1e-30);
    }

    [Fact]
    public void The_sequential_interval_of_an_adjusted_ratio_matches_gbstats()
    {
        // −.0007 ± .00391 of 100 users an arm (rounded there): (−.02063, .01923).
        var effect = AsymptoticSequence.Unchecked(EffectEstimate.FromStandardError(EffectScale.Absolute, -0.0007, 0.00391, null, EffectTest.Usual, "CUPED", 100, 100));
        Assert.Equal(-0.02063, effect.Interval.Lower, 3e-5);
        Assert.Equal(0.01923, effect.Interval.Upper, 3e-5);
    }

    [Fact]
    public void One_sided_bounds_and_p_values_match_gbstats()
    {
        var greater = new EffectTest { Alternative = Alternative.Greater };
        Assert.Equal(-0.42356, AsymptoticSequence.Unchecked(Relative(greater)).Interval.Lower, 1e-5);
        var absolute = AsymptoticSequence.Unchecked(Absolute(greater));
        Assert.Equal(-0.126568, absolute.Interval.Lower, 1e-6);
        // gbstats finds one-sided p-values by a coarse bisection that ends at .4999, and prints that where the p-value is larger.
        Assert.Equal(0.463165, absolute.PValue, 2e-4);
        Assert.InRange(AsymptoticSequence.Unchecked(Relative(greater)).PValue, 0.4999, 1);
    }

    [Fact]
    public void The_p_value_is_the_level_at_which_the_interval_meets_the_null()
    {
        foreach (var alternative in Enum.GetValues<Alternative>())
        {
            var effect = AsymptoticSequence.Unchecked(Absolute(new() { Alternative = alternative }));
            double bound = alternative == Alternative.Less ? effect.Interval.Upper : effect.Interval.Lower;
            Assert.Equal(0.05, AsymptoticSequence.Unchecked(Absolute(new() { Alternative = alternative, Null = bound })).PValue, 1e-9);
        }
    }

    [Fact]
    public void Without_evidence_of_a_normal_estimate_it_refuses()
    {
        var effect = Absolute(EffectTest.Usual);
        var few = Assert.Throws<InsufficientDataException>(() => AsymptoticSequence.Of(effect, new NormalEvidence.Rates(new(29, 3000), new(2422, 3461))));
        Assert.Contains("RateSequence", few.Message, StringComparison.Ordinal);
        var heavy = Assert.Throws<InsufficientDataException>(() => AsymptoticSequence.Of(effect, new NormalEvidence.Values(0.2)));
        Assert.Contains("BoundedSequence", heavy.Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => AsymptoticSequence.Of(effect, new NormalEvidence.Values(double.NaN)));
        Assert.Throws<InsufficientDataException>(() => AsymptoticSequence.Of(Absolute(EffectTest.Usual) with { ControlCount = 99 }, new NormalEvidence.Values(0.001)));
        Assert.Throws<UserOpsException>(() => AsymptoticSequence.Of(effect with { StandardError = null }, new NormalEvidence.Values(0.001)));
        Assert.Throws<UserOpsException>(() => AsymptoticSequence.Of(effect, new NormalEvidence.Values(0.001), tightestAt: 0));
    }

    [Fact]
    public void One_user_holds_the_part_of_the_squared_error_that_it_adds()
    {
        // Control 0, 0, 9: deviations 3, 3, 6, so 54 ÷ 6 = 9 of which 6; treatment 1, 2, 3: 2 ÷ 6.
        Assert.Equal(6 / (9 + 1.0 / 3), NormalEvidence.Values.Of([0, 0, 9], [1, 2, 3]).LargestShare, 1e-12);
        Assert.Equal(1, NormalEvidence.Values.Of([1, 1], [1, 1]).LargestShare);
    }

    private static EffectEstimate Absolute(EffectTest test) => Estimate(EffectScale.Absolute, Treatment.Mean() - Control.Mean(),
        Math.Sqrt(Control.Variance() / Control.Count + Treatment.Variance() / Treatment.Count), test);

    private static EffectEstimate Relative(EffectTest test)
    {
        double a = Control.Mean(), b = Treatment.Mean();
        return Estimate(EffectScale.Relative, b / a - 1, Math.Sqrt(Treatment.Variance() / Treatment.Count / (a * a) + Control.Variance() / Control.Count * b * b / (a * a * a * a)), test);
    }

    private static EffectEstimate Estimate(EffectScale scale, double value, double error, EffectTest test) =>
        EffectEstimate.FromStandardError(scale, value, error, null, test, "Welch", Control.Count, Treatment.Count);
}
