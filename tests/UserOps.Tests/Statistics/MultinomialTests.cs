using CsCheck;
using UserOps.Samples;
using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class MultinomialTests
{
    [Fact]
    public void As_many_units_are_drawn_as_there_are_and_none_into_empty_cells() =>
        Check.Sample(Gen.Select(Gen.Int[0, 300].Array[1, 8].Where(counts => counts.Sum() > 0), Gen.Int), (counts, seed) =>
        {
            var chance = Chance.For(seed, Purpose.Resample);
            double[] drawn = Multinomial.Draw([.. counts.Select(count => (double)count)], ref chance);
            Assert.Equal(counts.Sum(), drawn.Sum());
            Assert.All(counts.Zip(drawn), pair => Assert.True(pair.Second >= 0 && (pair.First > 0 || pair.Second == 0)));
        });

    [Fact]
    public void Means_and_covariances_are_those_of_the_multinomial()
    {
        // n = 200 with shares 0.6, 0.35, 0.05: means 120, 70, 10; variances 48, 45.5, 9.5; covariance of the first two −42. Both ways of drawing are used.
        double[] counts = [120, 70, 10];
        const int draws = 40_000;
        double[][] drawn = new double[draws][];
        for (int i = 0; i < draws; i++)
        {
            var chance = Chance.For(3, Purpose.Resample, i);
            drawn[i] = Multinomial.Draw(counts, ref chance);
        }
        Assert.All(counts.Index(), cell => Assert.Equal(cell.Item, drawn.Average(one => one[cell.Index]), 0.15));
        Assert.Equal(48, Covariance(0, 0), 1.5);
        Assert.Equal(45.5, Covariance(1, 1), 1.5);
        Assert.Equal(9.5, Covariance(2, 2), 0.4);
        Assert.Equal(-42, Covariance(0, 1), 1.5);

        double Covariance(int a, int b) => drawn.Average(one => one[a] * one[b]) - drawn.Average(one => one[a]) * drawn.Average(one => one[b]);
    }
}
