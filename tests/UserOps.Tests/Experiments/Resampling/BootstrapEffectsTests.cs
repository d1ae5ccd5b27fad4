using CsCheck;
using MathNet.Numerics.Distributions;
using UserOps.Experiments;
using UserOps.Experiments.Resampling;
using UserOps.Statistics;

namespace UserOps.Tests.Experiments.Resampling;

public class BootstrapEffectsTests
{
    private static readonly ArmStatistic Mean = new ArmStatistic.Mean(), Median = new ArmStatistic.Quantile(0.5);

    // x = exp(1.2·z) at the 60 normal quantiles (i − ½) ÷ 60, and y = exp(0.3 + 1.1·z) at 80.
    private static readonly double[] X = LogNormal(60, 0, 1.2), Y = LogNormal(80, 0.3, 1.1);

    // R 4.2.2, boot 1.3-28: boot.ci(boot(x, statistic, 100000), type = "bca"). Bounds move by chance: theirs by the standard error in the last two columns
    // (√(a(1 − a) ÷ B) ÷ density at the bound), ours of 40,000 resamples by √2.5 times as much. For statistics that are not linear R takes the acceleration from a
    // regression on the resamples, SciPy and we from the jackknife: the variation is the mean of eight runs of scipy 1.10.1's stats.bootstrap with 100,000 resamples
    // (1.0963 to 1.1006 and 2.0056 to 2.0230); R with L = empinf(data = x, statistic = cv, type = "jack", stype = "i") gives 1.1002 and 2.0066.
    [Theory]
    [InlineData("mean", 1.44136, 3.0258, 0.00174, 0.00682)]
    [InlineData("median", 0.682244, 1.42834, 0.00102, 0.00226)]
    [InlineData("90 %", 2.86889, 7.98845, 0.00455, 0.00503)]
    [InlineData("variation", 1.09913, 2.01266, 0.0013, 0.0055)]
    public void Intervals_of_one_sample_match_R_and_SciPy_within_the_error_of_resampling(string statistic, double lower, double upper, double lowerError, double upperError)
    {
        var estimate = Bootstrap.Interval(X, statistic switch { "mean" => Mean, "median" => Median, "90 %" => new ArmStatistic.Quantile(0.9), _ => Variation }, seed: 11, replicates: 40_000);
        // Quantiles of 60 values come in steps; a bound may fall on the other side of one.
        double step = statistic is "median" or "90 %" ? 0.03 : 0;
        Assert.Equal(lower, estimate.Interval!.Value.Lower, 4 * lowerError * Math.Sqrt(1 + 2.5) + step * lower);
        Assert.Equal(upper, estimate.Interval.Value.Upper, 4 * upperError * Math.Sqrt(1 + 2.5) + step * upper);
    }

    [Fact]
    public void Effects_on_means_and_medians_match_SciPy_within_the_error_of_resampling()
    {
        // scipy 1.10.1: stats.bootstrap((x, y), statistic, method = "BCa", n_resamples = 40000), mean of five runs; their spread gives the tolerances.
        var mean = BootstrapEffects.Between(X, Y, Mean, seed: 3, replicates: 40_000);
        Near(0.43617227056352115, 0.51328919, -0.60471058, 1.42128839, mean.Absolute, 0.04);
        Near(0.22003763215526928, 0.30588257, -0.25571868, 0.89355349, mean.Relative!, 0.03);
        Near(0.3497450471602699, 0.28745141, -0.21861833, 0.91837144, BootstrapEffects.Between(X, Y, Median, seed: 3, replicates: 40_000).Absolute, 0.03);
    }

    [Fact]
    public void Resampling_distinct_values_is_resampling_users()
    {
        // 5,000 users with four values: the counts of a resample are multinomial, so its mean has the variance of the values over n, and the same skewness.
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => i % 10 == 0 ? 9.0 : i % 4), .. new double[15_000]];
        Array.Sort(values);
        Assert.True(ResampledArm.ByDistinctValues(values));
        var arm = ResampledArm.Of(values, Mean, 20_000, 1, 0);
        double mean = values.Average(), variance = values.Sum(value => (value - mean) * (value - mean)) / values.Length / values.Length;
        Assert.Equal(mean, arm.Draws.Average(), 5 * Math.Sqrt(variance / arm.Draws.Length));
        Assert.Equal(1, arm.Draws.Sum(draw => (draw - mean) * (draw - mean)) / arm.Draws.Length / variance, 0.05);
    }

    [Fact]
    public void The_rank_of_a_quantile_is_drawn_as_resampling_draws_it()
    {
        double[] values = [.. Enumerable.Range(0, 41).Select(i => (double)i)];
        double[] quick = SortedQuantile.Draws(values, 0.3, 40_000, 5, 0);
        var slow = new ArmStatistic.Custom("30 % quantile", (all, times) => SortedQuantile.Of(Expanded(all, times), 0.3));
        double[] drawn = ResampledArm.Of(values, slow, 40_000, 6, 0).Draws;
        foreach (double point in new[] { 5.0, 8, 10, 12, 14, 16, 20 })
            Assert.Equal((double)drawn.Count(draw => draw <= point) / 40_000, (double)quick.Count(draw => draw <= point) / 40_000, 5 * Math.Sqrt(2 * 0.25 / 40_000));
        double[] left = SortedQuantile.Influences(values, 0.3);
        Assert.Equal(0, left.Sum(), 1e-9);
        Assert.Equal(ResampledArm.Of(values, slow, 10, 6, 0).Influences.Select(pull => Math.Round(pull, 9)), left.Select(pull => Math.Round(pull, 9)));
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        Assert.Equal(BootstrapEffects.Between(X, Y, Mean, 7).Absolute.Interval, BootstrapEffects.Between(X, Y, Mean, 7).Absolute.Interval);
        Assert.NotEqual(BootstrapEffects.Between(X, Y, Mean, 7).Absolute.Interval, BootstrapEffects.Between(X, Y, Mean, 8).Absolute.Interval);
    }

    [Fact]
    public void A_p_value_meets_its_level_where_the_interval_meets_the_null()
    {
        var effect = BootstrapEffects.Between(X, Y, Mean, 7).Absolute;
        Assert.Equal(0.05, BootstrapEffects.Between(X, Y, Mean, 7, new() { Null = effect.Interval.Lower }).Absolute.PValue, 2e-3);
        Assert.Equal(0.05, BootstrapEffects.Between(X, Y, Mean, 7, new() { Null = effect.Interval.Upper }).Absolute.PValue, 2e-3);
        Assert.InRange(BootstrapEffects.Between(X, [.. Y.Select(value => value + 50)], Mean, 7).Absolute.PValue, 1e-6, 1e-3);
    }

    [Fact]
    public void Shifting_and_scaling_move_the_interval_along() => Gen.Select(Gen.Double[0.5, 20], Gen.Double[-5, 5]).Sample((scale, shift) =>
    {
        var plain = BootstrapEffects.Between(X, Y, Median, 2, replicates: 1000).Absolute;
        var moved = BootstrapEffects.Between([.. X.Select(value => scale * value + shift)], [.. Y.Select(value => scale * value + shift)], Median, 2, replicates: 1000).Absolute;
        Assert.Equal(scale * plain.Interval.Lower, moved.Interval.Lower, 1e-7 * scale);
        Assert.Equal(scale * plain.Interval.Upper, moved.Interval.Upper, 1e-7 * scale);
    }, iter: 20);

    [Fact]
    public void A_million_users_are_resampled_in_little_bags()
    {
        var random = new Random(1);
        double[] control = [.. Enumerable.Range(0, 300_000).Select(_ => random.NextDouble())], treatment = [.. Enumerable.Range(0, 300_000).Select(_ => random.NextDouble() + 0.01)];
        var effect = BootstrapEffects.Between(control, treatment, Mean, 1).Absolute;
        double error = Math.Sqrt(2 / 12.0 / 300_000);
        Assert.Equal(1, effect.StandardError!.Value / error, 0.05);
        Assert.Equal(1, (effect.Interval.Upper - effect.Interval.Lower) / (2 * 1.96 * error), 0.08);
        Assert.Contains("bag of little bootstraps", effect.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_median_that_is_moved_by_a_constant_has_an_interval_around_it()
    {
        double[] control = [.. Enumerable.Range(0, 400).Select(i => i * 1.0)], treatment = Array.ConvertAll(control, value => value + 100);
        var effect = BootstrapEffects.Between(control, treatment, Median, 1).Absolute;
        Assert.Equal(100, effect.Value, 10);
        Assert.True(effect.PValue is > 0 and < 0.001 && !effect.Interval.Contains(0));
        // Twice a standard error of √(p(1 − p)/n)/f on both arms: 1.96 · √2 · 10.
        Assert.Equal(27.7, effect.Interval.Upper - 100, 3.0);
    }

    [Fact]
    public void A_bound_of_the_interval_is_rejected_at_just_its_level()
    {
        var interval = BootstrapEffects.Between(X, Y, Mean, 7).Absolute.Interval;
        double At(double bound) => BootstrapEffects.Between(X, Y, Mean, 7, EffectTest.Usual with { Null = bound }).Absolute.PValue;
        // A step of the 10,000 draws is 0.0001 of a tail.
        Assert.Equal(0.05, At(interval.Lower), 5e-4);
        Assert.Equal(0.05, At(interval.Upper), 5e-4);
    }

    [Fact]
    public void Resamples_without_an_estimate_are_left_out_and_too_many_of_them_are_refused()
    {
        ArmStatistic Where(Func<int, bool> holds) => new ArmStatistic.Custom("mean of some", (values, times) =>
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
                sum += times[i] * values[i];
            return holds(times[0]) ? sum / values.Length : double.NaN;
        });
        // A value is drawn five times or more in 0.4 % of samples, and just once in 37 %: of pairs, 14 %.
        var effect = BootstrapEffects.Between(X, Y, Where(times => times < 5), 7).Absolute;
        Assert.True(effect.StandardError > 0 && double.IsFinite(effect.PValue));
        Assert.Throws<InsufficientDataException>(() => BootstrapEffects.Between(X, Y, Where(times => times == 1), 7));
    }

    [Fact]
    public void Too_few_or_equal_values_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => BootstrapEffects.Between(X[..40], Y, new ArmStatistic.Quantile(0.9), 1));
        Assert.Throws<InsufficientDataException>(() => BootstrapEffects.Between(X[..19], Y, Mean, 1));
        Assert.Throws<InsufficientDataException>(() => BootstrapEffects.Between(new double[30], new double[30], Median, 1));
        Assert.Throws<UserOpsException>(() => BootstrapEffects.Between([.. X, double.NaN], Y, Mean, 1));
        Assert.Throws<UserOpsException>(() => BootstrapEffects.Between(X, Y, new ArmStatistic.Quantile(double.NaN), 1));
        Assert.Throws<UserOpsException>(() => BootstrapEffects.Between(X, Y, Mean, 1, replicates: 100));
        Assert.Throws<InsufficientDataException>(() => Bootstrap.Interval([1], Mean, 1));
    }

    private static ArmStatistic Variation => new ArmStatistic.Custom("coefficient of variation", (values, times) =>
    {
        double n = 0, sum = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
            (n, sum, squares) = (n + times[i], sum + times[i] * values[i], squares + times[i] * values[i] * values[i]);
        return Math.Sqrt((squares - sum * sum / n) / (n - 1)) / (sum / n);
    });

    private static double[] Expanded(ReadOnlySpan<double> values, ReadOnlySpan<int> times)
    {
        var all = new List<double>();
        for (int i = 0; i < values.Length; i++)
            all.AddRange(Enumerable.Repeat(values[i], times[i]));
        return [.. all];
    }

    private static double[] LogNormal(int n, double mean, double deviation) =>
        [.. Enumerable.Range(1, n).Select(i => Math.Exp(mean + deviation * Normal.InvCDF(0, 1, (i - 0.5) / n)))];

    private static void Near(double value, double error, double lower, double upper, EffectEstimate effect, double tolerance)
    {
        Assert.Equal(value, effect.Value, 1e-9);
        Assert.Equal(1, effect.StandardError!.Value / error, 0.015);
        Assert.Equal(lower, effect.Interval.Lower, tolerance);
        Assert.Equal(upper, effect.Interval.Upper, tolerance);
    }
}
