using CsCheck;
using UserOps.Experiments;
using UserOps.Experiments.Sequential;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Sequential;

public class GroupSequentialTests
{
    private static readonly StoppingBoundary Pocock = new StoppingBoundary.Pocock(), OBrienFleming = new StoppingBoundary.OBrienFleming();

    // C. Jennison and B. W. Turnbull (2000), tables 2.1 and 2.3; gsDesign.
    [Theory]
    [InlineData(2, 2.1783, 1.9774)]
    [InlineData(3, 2.2895, 2.0040)]
    [InlineData(4, 2.3613, 2.0243)]
    [InlineData(5, 2.4132, 2.0401)]
    public void Constants_match_the_tables_of_Jennison_and_Turnbull(int looks, double pocock, double obrien)
    {
        Assert.Equal(pocock, Equal(looks, Pocock).Bounds().Z[0], 5e-5);
        Assert.Equal(obrien, Equal(looks, OBrienFleming).Bounds().Z[^1], 5e-5);
    }

    [Fact]
    public void Five_bounds_of_OBrien_and_Fleming_match_gsDesign() =>
        Same([4.5617, 3.2256, 2.6337, 2.2809, 2.0401], Equal(5, OBrienFleming).Bounds().Z, 5e-5);

    [Fact]
    public void Lan_DeMets_bounds_match_gsDesign()
    {
        Same([4.87688, 3.35701, 2.68028, 2.28982, 2.03103], GroupSequentialDesign.Equal(5).Bounds().Z, 5e-6);
        Same([2.43798, 2.42681, 2.41019, 2.39665, 2.38598], Equal(5, new StoppingBoundary.Spending(SpendingFunction.Pocock)).Bounds().Z, 5e-6);
        Same([1.17264e-05, 1.94191e-03, 1.13964e-02, 2.84296e-02, 0.05], [.. Enumerable.Range(1, 5).Select(look => Spent.At(SpendingFunction.OBrienFleming, 0.05, look / 5.0))], 5e-8);
    }

    [Fact]
    public void Uneven_looks_match_the_multivariate_normal_of_SciPy()
    {
        // scipy 1.10.1: multivariate_normal.cdf (Genz) with correlations √(t_i ÷ t_j), over all corners of the region; error about 1e-8.
        double[] looks = [0.15, 0.4, 0.55, 1];
        var design = new GroupSequentialDesign { Looks = looks };
        Assert.Equal(1 - 0.9374991716, GroupSequentialAnalysis.Crossings(design, looks, [2.3, 2.3, 2.3, 2.3], 0).Stopping.Sum(), 2e-7);
        Assert.Equal(1 - 0.9515212041, GroupSequentialAnalysis.Crossings(design, looks, [.. looks.Select(share => 2 / Math.Sqrt(share))], 0).Stopping.Sum(), 2e-7);
        // One-sided with a drift: NumPy, Simpson's rule over 6,001 points at each look.
        Assert.Equal(0.6696764292428172, GroupSequentialAnalysis.Crossings(design with { Alternative = Alternative.Greater }, looks, [2.2, 2.2, 2.2, 2.2], 2.5).Right.Sum(), 1e-9);
    }

    [Fact]
    public void One_look_is_a_test_without_looks()
    {
        foreach (var boundary in new[] { Pocock, OBrienFleming, new StoppingBoundary.Spending() })
            Assert.Equal(1.959963984540054, Equal(1, boundary).Bounds().Z[0], 1e-9);
        Assert.Equal(1, Equal(1, Pocock).Bounds().Inflation(), 1e-9);
        Assert.Equal(1.6448536269514722, (Equal(1, Pocock) with { Alternative = Alternative.Greater }).Bounds().Z[0], 1e-9);
    }

    [Fact]
    public void Whatever_the_looks_the_false_positive_rate_is_the_level() =>
        Gen.Select(Gen.Double[0.05, 1].Array[1, 25], Gen.Int[0, 3], Gen.Bool, Gen.Double[0.8, 0.99]).Sample((steps, kind, oneSided, level) =>
        {
            double sum = 0;
            double[] times = [.. steps.Select(step => sum += step)];
            var design = new GroupSequentialDesign
            {
                Looks = [.. times.Select(time => time / sum)],
                Boundary = kind switch { 0 => Pocock, 1 => OBrienFleming, 2 => new StoppingBoundary.Spending(), _ => new StoppingBoundary.Spending(SpendingFunction.Pocock) },
                Alternative = oneSided ? Alternative.Greater : Alternative.TwoSided,
                Level = level,
            };
            var bounds = design.Bounds();
            Assert.Equal(1 - level, bounds.Spent.Sum(), 1e-9);
            Assert.All(bounds.Spent, spent => Assert.True(spent >= 0));
        }, iter: 25);

    [Fact]
    public void Bounds_that_ignore_the_looks_cross_far_too_often()
    {
        // Jennison and Turnbull (2000), table 2.5: testing at 1.96 at each of 5 (20) equal looks finds a difference in 14.2 % (24.8 %) of A/A experiments.
        Assert.Equal(0.142, Crossing(5, 1.959964), 5e-4);
        Assert.Equal(0.248, Crossing(20, 1.959964), 5e-4);
    }

    [Fact]
    public void Looks_that_come_when_they_come_are_judged_by_what_was_there()
    {
        var design = GroupSequentialDesign.Equal(5);
        var result = design.Monitor(new(0.2, 0.03, 0.02), new(0.4, 0.031, 0.0141), new(0.6, 0.033, 0.0115));
        Assert.Same(result.Looks[2], result.Stop);
        Same([4.87688, 3.35701, 2.68028], [.. result.Looks.Select(look => look.Bound)], 5e-6);
        Assert.Equal(0.033 - 2.68028 * 0.0115, result.Looks[2].Interval.Lower, 1e-6);
        Golden.Matches(result.ToString(), "monitoring.txt");
        Assert.NotNull(result.Render()[UserOps.Display.MimeBundle.Html]);
        Assert.Equal(0.05, design.Bounds().Spent.Sum(), 1e-10);
        Golden.Matches(design.Bounds().ToString(), "bounds.txt");
    }

    [Fact]
    public void At_the_bound_the_p_value_over_all_looks_is_what_was_spent()
    {
        var design = GroupSequentialDesign.Equal(4);
        var bounds = design.Bounds();
        var looks = bounds.Z.Take(3).Select((z, i) => new SequentialLook((i + 1) / 4.0, i < 2 ? 0.5 : z, 1)).ToArray();
        Assert.Equal(bounds.Spent.Take(3).Sum(), design.Monitor(looks).PValue, 1e-9);
        var less = design with { Alternative = Alternative.Less };
        Assert.Equal((design with { Alternative = Alternative.Greater }).Monitor(looks).PValue, less.Monitor([.. looks.Select(look => look with { Estimate = -look.Estimate })]).PValue, 1e-12);
    }

    [Fact]
    public void More_users_than_planned_spend_no_more()
    {
        var result = GroupSequentialDesign.Equal(3).Monitor(new(0.5, 0, 1), new(1.3, 2.5, 1));
        Assert.NotNull(result.Stop);
        Assert.InRange(result.Looks[1].Bound, 1.96, 2.01);
    }

    [Fact]
    public void Impossible_designs_and_looks_are_refused()
    {
        foreach (double[] looks in new double[][] { [], [0.5], [0.5, 0.5, 1], [1, 0.5], [0, 1], [double.NaN, 1], [0.99999, 1] })
            Assert.Throws<UserOpsException>(() => new GroupSequentialDesign { Looks = looks }.Bounds());
        Assert.Throws<UserOpsException>(() => (GroupSequentialDesign.Equal(2) with { Level = 95 }).Bounds());
        Assert.Throws<UserOpsException>(() => GroupSequentialDesign.Equal(0).Bounds());
        Assert.Throws<UserOpsException>(() => Equal(2, Pocock).Monitor(new SequentialLook(0.4, 1, 1)));
        Assert.Throws<UserOpsException>(() => Equal(2, Pocock).Monitor(new SequentialLook(0.5, 1, 0)));
        Assert.Throws<UserOpsException>(() => Equal(2, Pocock).Monitor());
    }

    private static GroupSequentialDesign Equal(int looks, StoppingBoundary boundary) => GroupSequentialDesign.Equal(looks) with { Boundary = boundary };

    private static double Crossing(int looks, double z)
    {
        var design = GroupSequentialDesign.Equal(looks);
        return GroupSequentialAnalysis.Crossings(design, design.Looks, [.. Enumerable.Repeat(z, looks)], 0).Stopping.Sum();
    }

    private static void Same(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
