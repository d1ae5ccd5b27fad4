using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class WilsonTests
{
    [Fact]
    public void Interval_matches_the_value_that_R_and_statsmodels_give_for_19_of_38()
    {
        // prop.test(19, 38, correct = FALSE) in R; statsmodels proportion_confint(method="wilson").
        var interval = Wilson.Interval(19, 38);
        Assert.Equal(0.348499283643951, interval.Lower, 1e-12);
        Assert.Equal(0.651500716356049, interval.Upper, 1e-12);
    }

    [Fact]
    public void Interval_touches_0_and_1_where_nobody_or_everybody_did()
    {
        Assert.Equal(0, Wilson.Interval(0, 5).Lower);
        Assert.Equal(1, Wilson.Interval(5, 5).Upper);
    }

    [Theory]
    [InlineData(1, 0, 0.95)]
    [InlineData(3, 2, 0.95)]
    [InlineData(1, 2, double.NaN)]
    public void Impossible_counts_and_levels_are_refused(long successes, long n, double level) =>
        Assert.Throws<UserOpsException>(() => Wilson.Interval(successes, n, level));
}
