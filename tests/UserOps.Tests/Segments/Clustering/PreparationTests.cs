using UserOps.Segments.Clustering;

namespace UserOps.Tests.Segments.Clustering;

public class PreparationTests
{
    private static readonly double[] Mixed = [-2.5, -1, -0.5, 0, 0.3, 1, 1.5, 2, 3, 8, 20, 55];

    // scipy.stats.yeojohnson 1.10.1
    [Theory]
    [InlineData(-1, new[] { -13.95833333, -2.33333333, -0.79166667, 0, 0.23076923, 0.5, 0.6, 0.66666667, 0.75, 0.88888889, 0.95238095, 0.98214286 })]
    [InlineData(0, new[] { -5.625, -1.5, -0.625, 0, 0.26236426, 0.69314718, 0.91629073, 1.09861229, 1.38629436, 2.19722458, 3.04452244, 4.02535169 })]
    [InlineData(0.5, new[] { -3.69860028, -1.21895142, -0.5580782, 0, 0.28035085, 0.82842712, 1.16227766, 1.46410162, 2, 4, 7.16515139, 12.96662955 })]
    [InlineData(2, new[] { -1.25276297, -0.693147181, -0.405465108, 0, 0.345, 1.5, 2.625, 4, 7.5, 40, 220, 1567.5 })]
    public void Yeo_johnson_agrees_with_scipy(double lambda, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], YeoJohnson.Transform(Mixed[i], lambda), 1e-8 * Math.Max(1, Math.Abs(expected[i])));
    }

    // scipy.stats.yeojohnson finds λ by Brent's method; its own tolerance is 1.5e-8.
    [Fact]
    public void The_most_likely_power_agrees_with_scipy()
    {
        Assert.Equal(0.19659071061320477, YeoJohnson.Fit(Mixed), 1e-6);
        double[] expected = [0.039075567649469435, 1.093218113818945, 0.8404842133329918];
        for (int column = 0; column < expected.Length; column++)
            Assert.Equal(expected[column], YeoJohnson.Fit(Iris.Columns[column + 1]), 1e-5);
    }

    // scipy.stats.yeojohnson finds −0.3212 for the length of sepals; a power below 0 would have a ceiling.
    [Fact]
    public void No_power_below_0_is_taken() => Assert.Equal(0, YeoJohnson.Fit(Iris.Columns[0]));

    [Fact]
    public void Straight_features_stay_and_skewed_ones_get_the_power_that_straightens_them()
    {
        double[] even = [.. Enumerable.Range(0, 100).Select(i => (double)i)], money = [.. even.Select(i => Math.Exp(i / 8) - 1)], debts = [.. even.Select(i => 1 - Math.Exp(i / 12))];
        var used = Preparation.Of(Blobs.Table(("even", even), ("money", money), ("debts", debts)), new()).Used;
        Assert.Equal(["as it is", "ln(1 + x)"], used.Take(2).Select(feature => feature.Correction));
        // ln(1 + x), mirrored: values below 0 become −ln(1 − x).
        Assert.Equal("Yeo-Johnson, λ = 2", used[2].Correction);
    }

    [Fact]
    public void A_feature_that_most_users_lack_is_used_only_when_named()
    {
        var table = Blobs.Table(("a", [1, 2, 3, 4]), ("rare", [5, double.NaN, double.NaN, double.NaN]), ("seldom", [1, 2, double.NaN, double.NaN]));
        Assert.Equal([new("rare", "every user has 5")], Preparation.Of(table, new()).Unused);
        table = Blobs.Table(("a", [1, 2, 3, 4, 5]), ("seldom", [1, double.NaN, double.NaN, double.NaN, 2]));
        Assert.Equal(["a", "seldom"], Preparation.Of(table, new() { Features = ["a", "seldom"] }).Used.Select(feature => feature.Name));
        Assert.Equal(["seldom"], Preparation.Of(Blobs.Table(("a", [1, 2, 3, 4, 5, 6]), ("seldom", [1, double.NaN, double.NaN, double.NaN, 2, double.NaN])), new()).Unused.Select(unused => unused.Name));
    }

    [Fact]
    public void Prepared_values_have_mean_0_and_deviation_1_and_missing_ones_the_median()
    {
        var table = Blobs.Table(("a", [1, 2, 3, double.NaN, 4, 10]));
        var feature = Preparation.Of(table, new()).Used.Single();
        Assert.Equal((3, 1), (feature.Fill, feature.Missing));
        double[] prepared = Preparation.Columns(table, [feature])[0];
        Assert.Equal(0, prepared.Average(), 1e-12);
        Assert.Equal(1, prepared.Average(value => value * value), 1e-12);
        Assert.Equal(prepared[2], prepared[3]);
    }

    [Fact]
    public void Robust_scaling_takes_the_median_and_the_quartiles()
    {
        var feature = Preparation.Of(Blobs.Table(("a", [0, 1, 2, 3, 4])), new() { Scaling = FeatureScaling.Robust }).Used.Single();
        Assert.Equal(2, feature.Centre);
        // MathNet's quartiles (R's type 8) of 0 … 4 are 2/3 and 10/3.
        Assert.Equal((10 / 3.0 - 2 / 3.0) / 1.3489795003921634, feature.Scale, 1e-12);
    }

    [Fact]
    public void A_constant_feature_that_was_named_is_refused_by_its_name()
    {
        var problem = Assert.Throws<UserOpsException>(() => Preparation.Of(Blobs.Table(("a", [1, 2, 3]), ("flat", [7, 7, 7])), new() { Features = ["a", "flat"] }));
        Assert.Contains("'flat'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("every user has 7", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_feature_that_nobody_named_is_left_out_by_its_name()
    {
        var unused = Preparation.Of(Blobs.Table(("a", [1, 2, 3]), ("flat", [7, 7, 7]), ("empty", [double.NaN, double.NaN, double.NaN])), new()).Unused;
        Assert.Equal([new("flat", "every user has 7"), new("empty", "no user has a value")], unused);
    }

    [Fact]
    public void Nothing_but_equal_values_is_refused()
    {
        var problem = Assert.Throws<InsufficientDataException>(() => Preparation.Of(Blobs.Table(("a", [1, 1, 1])), new()));
        Assert.Contains("a: every user has 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_that_say_the_same_are_named()
    {
        double[] even = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        var twins = Preparation.Of(Blobs.Table(("a", even), ("b", [.. even.Select(i => 5 - 2 * i)]), ("c", [.. even.Select(i => i % 7)])), new()).Twins();
        Assert.Equal(("a", "b"), (twins.Single().First, twins.Single().Second));
        Assert.Equal(-1, twins.Single().Correlation, 1e-9);
    }

}
