using UserOps.Experiments;
using UserOps.Experiments.Design;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Design;

public class AaCheckTests
{
    // scipy.stats.kstwobign.sf.
    [Theory]
    [InlineData(0.3, 0.9999906941986655)]
    [InlineData(0.7, 0.7112351950296893)]
    [InlineData(1.0, 0.26999967167735456)]
    [InlineData(1.2, 0.11224966667072497)]
    [InlineData(3.0, 3.045995948942526e-08)]
    public void The_limiting_distribution_of_Kolmogorov_matches_SciPy(double distance, double expected) =>
        Assert.Equal(1, AaCheck.Kolmogorov(distance) / expected, 1e-10);

    [Fact]
    public void Evenly_spread_p_values_pass_and_small_ones_do_not()
    {
        var sound = AaCheck.Of([.. Enumerable.Range(0, 200).Select(i => (i + 0.5) / 200)]);
        Assert.True(sound.HoldsLevel);
        Assert.Equal(1.0 / 400, sound.Distance, 1e-12);
        Assert.Equal(new ProportionCounts(10, 200), sound.Found);
        var anxious = AaCheck.Of([.. Enumerable.Range(0, 200).Select(i => Math.Pow((i + 0.5) / 200, 2))]);
        Assert.False(anxious.HoldsLevel);
        Assert.Contains("does not keep its promise", anxious.Notes[0], StringComparison.Ordinal);
        Golden.Matches(anxious.ToString(), "aa.txt");
    }

    [Fact]
    public void Random_halves_of_the_same_users_pass_a_sound_test_and_expose_one_on_doubled_rows()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        Assert.True(AaCheck.Run(400, treated => Compare(values, treated, 1), seed: 1, splits: 400).HoldsLevel);
        Assert.False(AaCheck.Run(400, treated => Compare(values, treated, 4), seed: 1, splits: 400).HoldsLevel);
        Assert.Equal(AaCheck.Run(50, treated => treated[0] ? 0.1 : 0.9, seed: 5, splits: 100).PValues, AaCheck.Run(50, treated => treated[0] ? 0.1 : 0.9, seed: 5, splits: 100).PValues);
    }

    [Fact]
    public void Too_few_users_or_comparisons_and_impossible_p_values_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => AaCheck.Run(3, _ => 0.5, 1));
        Assert.Throws<InsufficientDataException>(() => AaCheck.Of(new double[99]));
        Assert.Throws<UserOpsException>(() => AaCheck.Of([.. Enumerable.Repeat(double.NaN, 100)]));
    }

    /// <summary>A z test that believes to have so many rows for each user.</summary>
    private static double Compare(double[] values, bool[] treated, int rows)
    {
        var (a, b) = (SampleMoments.Of(values.Where((_, i) => !treated[i]).ToArray()), SampleMoments.Of(values.Where((_, i) => treated[i]).ToArray()));
        return UserOps.Statistics.Tails.PValue((b.Mean() - a.Mean()) / Math.Sqrt((a.Variance() / a.Count + b.Variance() / b.Count) / rows), null, Alternative.TwoSided);
    }
}
