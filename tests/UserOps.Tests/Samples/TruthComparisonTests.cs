using UserOps.Display;
using UserOps.Samples;

namespace UserOps.Tests.Samples;

public class TruthComparisonTests
{
    private static Figure Estimate(string name, double value, double half) =>
        new(name, value, Format.Money(), "net revenue") { Interval = new(value - half, value + half, 0.95) };

    [Fact]
    public void Estimates_stand_beside_the_truth_of_the_same_name()
    {
        var result = PlantedTruth.Beside(SampleFolder.Of("shop").FilePath(""), "channels")
            .Against("measured.net_revenue90", [Estimate("social", 20, 5), Estimate("referral", 80, 5), Estimate("new", 1, 1)]);
        Assert.Equal([21.7, 91, null], result.Pairs.Select(pair => pair.Truth));
        Assert.Equal((1, 2), (result.Held, result.Known));
        Assert.True(result.IsOrderedRightly);
        Assert.Contains("1 of 2 intervals hold", result.ToString(), StringComparison.Ordinal);
        Assert.False(PlantedTruth.Beside(SampleFolder.Of("shop").FilePath(""), "channels")
            .Against("measured.net_revenue90", [Estimate("social", 99, 5), Estimate("referral", 80, 5)]).IsOrderedRightly);
    }

    [Fact]
    public void A_truth_that_was_not_planted_is_named() => Assert.Contains("measured.nothing", Assert.Throws<MissingDataException>(() =>
        PlantedTruth.Beside(SampleFolder.Of("shop").FilePath(""), "channels").Against("measured.nothing", [Estimate("social", 20, 5)])).Message, StringComparison.Ordinal);
}
