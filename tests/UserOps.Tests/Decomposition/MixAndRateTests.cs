using UserOps.Decomposition;

namespace UserOps.Tests.Decomposition;

public class MixAndRateTests
{
    [Fact]
    public void Two_channels_by_hand()
    {
        // Orders 60 + 40 at 10 and 20, then 50 + 100 at 12 and 20: total 1,400 → 2,600, mean rates 14 → 17⅓.
        var split = MixAndRate.Split("revenue", [new("search", 60, 600, 50, 600), new("feed", 40, 800, 100, 2000)]);
        double meanRate = (14 + 52 / 3.0) / 2;
        Assert.Equal(meanRate * 50, split.Volume, 1e-9);
        // 125 units × (11 − mean rate) × (1/3 − 0.6) + 125 × (20 − mean rate) × (2/3 − 0.4)
        Assert.Equal(125 * ((11 - meanRate) * (1 / 3.0 - 0.6) + (20 - meanRate) * (2 / 3.0 - 0.4)), split.Mix, 1e-9);
        // 125 units × mean share × (12 − 10)
        Assert.Equal(125 * (0.6 + 1 / 3.0) / 2 * 2, split.Rate, 1e-9);
        Assert.Equal(1200, split.Volume + split.Mix + split.Rate, 1e-9);
    }

    [Fact]
    public void Equal_growth_of_all_groups_is_volume_alone()
    {
        var split = MixAndRate.Split("revenue", [new("a", 10, 100, 20, 200), new("b", 30, 900, 60, 1800)]);
        Assert.Equal(1000, split.Volume, 1e-9);
        Assert.Equal(0, split.Mix, 1e-9);
        Assert.Equal(0, split.Rate, 1e-9);
    }

    [Fact]
    public void A_new_group_changes_volume_and_mix_but_no_rate()
    {
        var split = MixAndRate.Split("revenue", [new("old", 10, 100, 10, 100), new("new", 0, 0, 10, 400)]);
        Assert.Equal(0, split.Rate);
        Assert.Equal(400, split.Volume + split.Mix, 1e-9);
    }

    [Fact]
    public void What_cannot_be_a_segment_is_refused()
    {
        Assert.Throws<UserOpsException>(() => MixAndRate.Split("revenue", [new("a", -1, 0, 1, 1)]));
        Assert.Throws<UserOpsException>(() => MixAndRate.Split("revenue", [new("a", double.NaN, 0, 1, 1)]));
        Assert.Throws<UserOpsException>(() => MixAndRate.Split("revenue", [new("a", 0, 5, 1, 1)]));
        Assert.Throws<InsufficientDataException>(() => MixAndRate.Split("revenue", [new("a", 0, 0, 1, 1)]));
    }
}
