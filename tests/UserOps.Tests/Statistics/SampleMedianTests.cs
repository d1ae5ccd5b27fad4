using CsCheck;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class SampleMedianTests
{
    [Theory]
    [InlineData(10, 2, 9)]
    [InlineData(6, 1, 6)]
    [InlineData(25, 8, 18)]
    [InlineData(100, 40, 61)]
    public void Interval_has_the_ranks_of_the_binomial_table(int n, int lower, int upper)
    {
        // scipy.stats.binom.ppf(.025, n, .5) gives the lower rank, n + 1 minus it the upper one; as in Conover (1999), table A3.
        var median = SampleMedian.Of([.. Enumerable.Range(1, n).Select(i => (double)i)])!.Value;
        Assert.Equal((n + 1) / 2.0, median.Median);
        Assert.Equal((lower, upper), ((int)median.Interval!.Value.Lower, (int)median.Interval.Value.Upper));
    }

    [Fact]
    public void Five_values_are_too_few_for_an_interval_at_95_per_cent()
    {
        Assert.Null(SampleMedian.Of([1, 2, 3, 4, 5])!.Value.Interval);
        Assert.NotNull(SampleMedian.Of([1, 2, 3, 4, 5], 0.9)!.Value.Interval);
        Assert.Null(SampleMedian.Of([]));
    }

    [Fact]
    public void The_interval_holds_the_median_and_grows_with_the_level() =>
        Check.Sample(Gen.Double[-9, 9].Array[8, 60], values =>
        {
            var (median, narrow) = SampleMedian.Of([.. values], 0.8)!.Value;
            var wide = SampleMedian.Of([.. values], 0.99)!.Value.Interval;
            Assert.True(narrow!.Value.Contains(median) && wide!.Value.Lower <= narrow.Value.Lower && wide.Value.Upper >= narrow.Value.Upper);
        }, iter: 500);
}
