using MathNet.Numerics.Distributions;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class TopShareTests
{
    [Fact]
    public void Share_and_error_match_a_bootstrap_of_log_normal_quantiles()
    {
        // numpy: v = exp(norm.ppf((arange(1, 1001) − .5) / 1000)); standard deviation of the share over 20,000 resamples.
        double[] values = [.. Enumerable.Range(1, 1000).Select(i => Math.Exp(Normal.InvCDF(0, 1, (i - 0.5) / 1000)))];
        var top = TopShare.Of(values, 0.1)!;
        Assert.Equal(100, top.Members);
        Assert.Equal(0.3878190584939973, top.Share, 1e-9);
        Assert.Equal(0.0150014, top.StandardError, 0.0004);
    }

    [Fact]
    public void Equal_values_have_the_share_of_their_number_without_error()
    {
        var top = TopShare.Of([.. Enumerable.Repeat(7.0, 20)], 0.1)!;
        Assert.Equal(0.1, top.Share, 1e-12);
        Assert.Equal(0, top.StandardError, 1e-12);
    }

    [Fact]
    public void Too_few_values_or_no_total_give_nothing()
    {
        Assert.Null(TopShare.Of([.. Enumerable.Repeat(1.0, 9)], 0.1));
        Assert.Null(TopShare.Of(new double[20], 0.1));
        Assert.Throws<UserOpsException>(() => TopShare.Of([1, 2], double.NaN));
    }
}
