using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class AssignmentBalanceTests
{
    [Fact]
    public void Hillstrom_looks_as_if_drawn_by_lot()
    {
        var balance = AssignmentBalance.Of(Hillstrom.Users(), 1);
        Assert.True(balance.LooksRandom);
        Assert.All(balance.Propensity, arm => Assert.InRange(arm.Auc.Value, 0.49, 0.51));
        Assert.Contains("look as if drawn by lot", balance.Notes.Single());
    }

    [Fact]
    public void A_column_that_was_written_after_the_assignment_differs_between_arms()
    {
        var users = WideUsers.Of(Hillstrom.Table, new("segment", "visit") { Control = Hillstrom.Alone });
        var balance = AssignmentBalance.Of(users, 1);
        Assert.False(balance.LooksRandom);
        Assert.Contains(balance.Notes, note => note.StartsWith("'conversion' differs between Mens E-Mail", StringComparison.Ordinal));
    }

    [Fact]
    public void Arms_chosen_by_a_feature_are_found_out()
    {
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, 2_000).Select(_ => random.NextDouble())];
        int[] arms = [.. x.Select(value => random.NextDouble() < 0.3 + 0.4 * value ? 1 : 0)];
        var balance = AssignmentBalance.Of(Trials.Of(Trials.Table(("x", x), ("other", [.. x.Select(_ => random.NextDouble())])), arms, x), 1);
        Assert.False(balance.LooksRandom);
        Assert.Equal("x", balance.Features[0].Feature);
        Assert.True(balance.Propensity[0].Auc.Value > 0.6);
        Assert.Contains(balance.Notes, note => note.Contains("Features tell who got treatment", StringComparison.Ordinal));
    }

    [Fact]
    public void Draws_by_lot_are_called_so_in_99_of_100()
    {
        int accused = Enumerable.Range(0, 100).Count(seed => !AssignmentBalance.Of(WideUsers.Of(Trials.Planted(400, seed), new("arm", "bought")), 1).LooksRandom);
        Assert.InRange(accused, 0, 2);
    }

    [Fact]
    public void Shares_far_from_those_that_were_meant_are_told()
    {
        var users = WideUsers.Of(Trials.Planted(2_000, 1, treated: 0.6), new("arm", "bought") { Shares = new Dictionary<string, double> { ["control"] = 0.5, ["coupon"] = 0.5 } });
        var balance = AssignmentBalance.Of(users, 1);
        Assert.True(balance.SharesP < 1e-6);
        Assert.Contains(balance.Notes, note => note.Contains("not those that were meant", StringComparison.Ordinal));
    }
}
