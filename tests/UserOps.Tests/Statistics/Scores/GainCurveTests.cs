using UserOps.Statistics;

namespace UserOps.Tests.Statistics;

public class GainCurveTests
{
    [Fact]
    public void Counted_by_hand()
    {
        // Ten users in falling order; with the outcome: first, third and eighth.
        var gain = new BinaryScores([.. Enumerable.Range(0, 10).Select(i => 10.0 - i)], [.. Enumerable.Range(0, 10).Select(i => i is 0 or 2 or 7)]).Gain();
        Assert.Equal(1 / 3.0, gain.TopDecile.Capture, 1e-12);
        Assert.Equal(10 / 3.0, gain.TopDecile.Lift, 1e-12);
        Assert.Equal(1, gain.TopDecile.Precision, 1e-12);
        Assert.Equal(2 / 3.0, gain.Points.Single(point => point.Depth == 0.5).Capture, 1e-12);
        Assert.Equal(3, gain.Points[^1].Found, 1e-12);
    }

    [Fact]
    public void Users_of_equal_scores_are_taken_in_part()
    {
        // Four of eight tie at the top, two of them with the outcome: the top tenth (0.8 users) holds 0.8 · 2/4.
        var gain = new BinaryScores([2, 2, 2, 2, 1, 1, 1, 1], [true, true, false, false, false, false, false, true]).Gain();
        Assert.Equal(0.8 * 2 / 4, gain.TopDecile.Found, 1e-12);
    }

    [Fact]
    public void Top_decile_of_the_Telco_glm()
    {
        // 514 of 1,869 among the first 705 by numpy argsort; the depth is 704.3 users.
        var top = TelcoScores.ThreeColumns().Gain().TopDecile;
        Assert.InRange(top.Found, 513, 514);
        Assert.True(top.CaptureInterval!.Value.Contains(top.Capture));
    }

    [Fact]
    public void A_sample_that_misses_users_still_fills_every_depth()
    {
        var gain = new BinaryScores([3, 2, 1], [true, false, false]).Gain();
        Assert.All(gain.Points, point => Assert.InRange(point.Capture, 0, 1));
        Assert.Equal(1, gain.Points[^1].Capture, 1e-12);
    }
}
