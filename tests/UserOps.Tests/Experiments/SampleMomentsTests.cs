using CsCheck;
using UserOps.Experiments;

namespace UserOps.Tests.Experiments;

public class SampleMomentsTests
{
    private static readonly Gen<double[]> Values = Gen.Double[-1000, 1000].Array[2, 60];

    [Fact]
    public void Shards_added_are_the_whole() => Gen.Select(Values, Values).Sample((first, second) =>
    {
        SampleMoments sum = SampleMoments.Of(first, Squares(first)) + SampleMoments.Of(second, Squares(second)), whole = SampleMoments.Of([.. first, .. second], [.. Squares(first), .. Squares(second)]);
        Assert.Equal(whole.Count, sum.Count);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(whole.Mean(i), sum.Mean(i), new Near());
            for (int j = 0; j < 2; j++)
                Assert.Equal(0, (whole.Covariance(i, j) - sum.Covariance(i, j)) / (1 + Math.Sqrt(whole.Variance(i) * whole.Variance(j))), 10);
        }
    });

    [Fact]
    public void Sums_of_a_warehouse_give_the_moments_of_the_rows() => Values.Sample(values =>
    {
        var rows = SampleMoments.Of([values]);
        var sums = SampleMoments.FromSums(values.Length, values.Sum(), values.Sum(value => value * value));
        Assert.Equal(rows.Mean(), sums.Mean(), new Near());
        Assert.Equal(0, (rows.Variance() - sums.Variance()) / (1 + rows.Variance() + rows.Mean() * rows.Mean()), 10);
    });

    [Fact]
    public void A_small_variance_about_a_large_mean_keeps_its_digits()
    {
        double[] values = [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3];
        Assert.Equal(5.0 / 3, SampleMoments.Of([values]).Variance(), 12);
        Assert.Equal(5.0 / 3, (SampleMoments.Of([values[..2]]) + SampleMoments.Of([values[2..]])).Variance(), 12);
    }

    [Fact]
    public void An_empty_shard_changes_nothing()
    {
        var one = SampleMoments.Of([[1.0, 2, 4]]);
        Assert.Equal(one.Variance(), (one + SampleMoments.Empty(1)).Variance());
        Assert.Equal(one.Variance(), (SampleMoments.Empty(1) + one).Variance());
        Assert.True(double.IsNaN(SampleMoments.Empty(1).Mean()));
    }

    [Fact]
    public void Sums_that_no_sample_has_are_refused()
    {
        Assert.Throws<UserOpsException>(() => SampleMoments.FromSums(10, 100, 5));
        Assert.Throws<UserOpsException>(() => SampleMoments.FromSums(10, double.NaN, 5));
        Assert.Throws<UserOpsException>(() => SampleMoments.FromSums(0, 0, 0));
        Assert.Throws<UserOpsException>(() => SampleMoments.Of([[1.0, double.NaN]]));
        Assert.Throws<UserOpsException>(() => SampleMoments.Empty(1) + SampleMoments.Empty(2));
        Assert.Throws<UserOpsException>(() => new ProportionCounts(3, 2));
    }

    private static double[] Squares(double[] values) => Array.ConvertAll(values, value => value * value / 100);
}
