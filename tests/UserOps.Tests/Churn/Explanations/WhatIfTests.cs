using UserOps.Churn;

namespace UserOps.Tests.Churn.Explanations;

public class WhatIfTests
{
    [Fact]
    public void Changed_features_move_the_probability_by_their_weight()
    {
        var supposed = Suppose("e", ("days", 1), ("city", "north"), ("ordered", true));
        Assert.Equal(0.45, supposed.Before, 1e-12);
        Assert.Equal(0.15, supposed.After, 1e-12);
        Assert.Equal(["5", "south", "no"], supposed.Changes.Select(change => change.Feature.Format.Write(change.From)));
    }

    [Fact]
    public void A_value_beyond_all_users_is_named() =>
        Assert.Contains("no user of the table lies beyond", Suppose("a", ("days", 99)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_user_does_not_have_its_id_told()
    {
        var refusal = Assert.Throws<UserOpsException>(() => Suppose("13800138000", ("days", 1)));
        Assert.DoesNotContain("13800138000", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("city", "west")]
    [InlineData("city", 5)]
    [InlineData("days", "five")]
    [InlineData("days", double.NaN)]
    [InlineData("ordered", 1)]
    [InlineData("age", 1)]
    public void What_does_not_fit_is_refused(string feature, object value) => Assert.Throws<UserOpsException>(() => Suppose("a", (feature, value)));

    private static WhatIf Suppose(string id, params (string Feature, object Value)[] changes) =>
        WhatIf.Of(MadeUsers.Sum, MadeUsers.Six(), id, changes.ToDictionary(change => change.Feature, change => change.Value));
}
