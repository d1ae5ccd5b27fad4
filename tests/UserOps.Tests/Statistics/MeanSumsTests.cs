using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class MeanSumsTests
{
    [Fact]
    public void Mean_and_interval_match_SciPy()
    {
        // scipy.stats.t.interval(0.95, 4, x.mean(), scipy.stats.sem(x)) for x = 3, 7.5, 0, 12, 40.
        double[] values = [3, 7.5, 0, 12, 40];
        var sums = values[..2].Aggregate(new MeanSums(), (all, value) => all.Add(value)).Add(values[2..].Aggregate(new MeanSums(), (all, value) => all.Add(value)));
        Assert.Equal(12.5, sums.Mean);
        Assert.Equal(-7.405388152454812, sums.Interval()!.Value.Lower, 1e-9);
        Assert.Equal(32.40538815245481, sums.Interval()!.Value.Upper, 1e-9);
    }

    [Fact]
    public void One_value_has_a_mean_but_no_interval()
    {
        Assert.Equal((4, null), (new MeanSums().Add(4).Mean, new MeanSums().Add(4).Interval()));
        Assert.Null(new MeanSums().Mean);
    }
}
