using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class BootstrapTests
{
    [Fact]
    public void Each_sample_has_as_many_units_as_the_data_and_depends_on_the_seed_alone()
    {
        double[][] first = Bootstrap.Estimates(50, 200, 7, times => [times.ToArray().Sum(), times[0]]);
        double[][] again = Bootstrap.Estimates(50, 200, 7, times => [times.ToArray().Sum(), times[0]]);
        Assert.All(first, sample => Assert.Equal(50, sample[0]));
        Assert.Equal(first.Select(sample => sample[1]), again.Select(sample => sample[1]));
        Assert.Equal(1, first.Average(sample => sample[1]), 0.25);
    }

    [Fact]
    public void Percentiles_are_interpolated_as_numpy_does()
    {
        // numpy.quantile(range(1, 11), [.025, .975]) = 1.225, 9.775.
        var interval = Bootstrap.Percentile(Enumerable.Range(1, 10).Select(i => (double)i))!.Value;
        Assert.Equal(1.225, interval.Lower, 1e-12);
        Assert.Equal(9.775, interval.Upper, 1e-12);
    }

    [Fact]
    public void Without_bias_and_skewness_the_corrected_interval_is_the_plain_one()
    {
        double[] estimates = [.. Enumerable.Range(-50, 101).Select(i => (double)i)];
        var corrected = Bootstrap.BiasCorrected(estimates, 0, [1, -1])!.Value;
        Assert.Equal(Bootstrap.Percentile(estimates)!.Value.Lower, corrected.Lower, 1e-9);
        Assert.Equal(Bootstrap.Percentile(estimates)!.Value.Upper, corrected.Upper, 1e-9);
    }

    [Fact]
    public void Bias_and_acceleration_shift_the_tails_as_in_Efron_and_Tibshirani_equation_14_10()
    {
        // R: a <- 6 / (6 * 6^1.5); z0 <- qnorm(550.5 / 1001); z <- qnorm(c(.025, .975)); pnorm(z0 + (z0 + z) / (1 - a * (z0 + z))).
        double[] estimates = [.. Enumerable.Range(0, 1001).Select(i => i / 1000.0)];
        var interval = Bootstrap.BiasCorrected(estimates, 0.55, [2, -1, -1])!.Value;
        Assert.Equal(0.0661191856589, interval.Lower, 1e-10);
        Assert.Equal(0.9947043870570, interval.Upper, 1e-10);
    }

    [Fact]
    public void Samples_without_an_estimate_are_left_out_and_too_many_of_them_give_no_interval()
    {
        Assert.Equal(new(2, 2, 0.95), Bootstrap.Percentile([2, 2, 2, double.NaN]));
        Assert.Null(Bootstrap.Percentile([2, double.NaN, double.NaN]));
        Assert.Null(Bootstrap.BiasCorrected([2, double.NaN, double.NaN], 2, [1, -1]));
    }
}
