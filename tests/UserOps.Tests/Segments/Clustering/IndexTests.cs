using CsCheck;
using UserOps.Segments.Clustering;

namespace UserOps.Tests.Segments.Clustering;

/// <summary>Adjusted Rand, Jaccard and silhouette against scikit-learn 1.2.1 and by hand.</summary>
public class IndexTests
{
    // sklearn.metrics.adjusted_rand_score
    [Theory]
    [InlineData(new[] { 0, 0, 0, 1, 1, 1, 2, 2, 2, 2 }, new[] { 0, 0, 1, 1, 1, 2, 2, 2, 2, 0 }, 0.20454545454545456)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 0, 1, 2 }, 0.5714285714285714)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 1, 1, 0, 0 }, 1)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 0, 0, 0 }, new[] { 0, 0, 0 }, 1)]
    [InlineData(new[] { 0, 1 }, new[] { 0, 1 }, 1)]
    [InlineData(new[] { 0, 1 }, new[] { 0, 0 }, 0)]
    public void Adjusted_rand_agrees_with_scikit_learn(int[] first, int[] second, double expected) =>
        Assert.Equal(expected, AdjustedRand.Of(first, second), 1e-14);

    [Fact]
    public void Adjusted_rand_does_not_depend_on_the_order_or_the_numbers_of_the_clusters() =>
        Gen.Select(Gen.Int[0, 3].Array[5, 40], Gen.Int[0, 4].Array[40]).Sample((first, second) =>
        {
            second = second[..first.Length];
            double index = AdjustedRand.Of(first, second);
            Assert.Equal(index, AdjustedRand.Of(second, first), 1e-12);
            Assert.Equal(index, AdjustedRand.Of(Array.ConvertAll(first, label => 3 - label), second), 1e-12);
            Assert.True(index <= 1 + 1e-12);
        });

    [Fact]
    public void Jaccard_by_hand()
    {
        // {a,b,c} shares two of three with {a,b}: 2/3. {d,e} shares two with {c,d,e}: 2/3; {f} is found whole.
        Assert.Equal([2 / 3.0, 2 / 3.0, 1], Overlap.BestJaccard([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 2]));
    }

    // sklearn.metrics.silhouette_samples
    [Fact]
    public void Silhouette_widths_agree_with_scikit_learn()
    {
        var points = Points.Of([[0, 0, 1, 5, 5, 9], [0, 1, 0, 5, 6, 0]]);
        double[] expected = [0.8656033, 0.82082684, 0.8226698, 0.84382624, 0.86132495, 0];
        double[] widths = Silhouette.Widths(points, [0, 0, 0, 1, 1, 2]);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], widths[i], 1e-8);
        Assert.Equal(0.70237518778043, Silhouette.Mean(points, [0, 0, 0, 1, 1, 2]), 1e-12);
    }

    // sklearn.metrics.silhouette_samples: users who are equal, and a cluster that holds two kinds.
    [Fact]
    public void Silhouette_widths_of_equal_points_agree_with_scikit_learn() => Assert.All(
        ((double[])[1, 1, -0.5, -0.5, 0.2]).Zip(Silhouette.Widths(Points.Of([[0, 0, 1, 1, 5], [0, 0, 1, 1, 5]]), [0, 0, 1, 1, 1])),
        pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    // R 4.2 cluster::silhouette and sklearn.metrics.silhouette_score on the partition of 62, 50 and 38 flowers.
    [Fact]
    public void Silhouette_of_iris_agrees_with_R()
    {
        var points = Points.Of(Iris.Columns);
        Assert.Equal(0.5528190123564094, Silhouette.Mean(points, KMeans.Fit(points, 3, seed: 1).Labels), 1e-10);
        var standardised = Points.Of(Iris.Standardised);
        Assert.Equal(0.45994823920518635, Silhouette.Mean(standardised, KMeans.Fit(standardised, 3, seed: 1).Labels), 1e-10);
    }

    [Fact]
    public void Without_a_second_cluster_there_is_nothing_to_be_nearer_to() =>
        Assert.Equal(0, Silhouette.Mean(Points.Of([[1, 2, 3]]), [0, 0, 0]));
}
