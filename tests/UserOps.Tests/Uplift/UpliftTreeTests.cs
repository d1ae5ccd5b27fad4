using CsCheck;
using UserOps.Data;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class UpliftTreeTests
{
    private static HonestTree Grow(AssignedUsers users, int depth = 3) => HonestTree.Fit(users, new(depth), 1);

    [Fact]
    public void The_planted_bound_is_found_and_its_uplift_measured_on_other_users()
    {
        var users = WideUsers.Of(Trials.Planted(8_000, 1, 0.3), new("arm", "bought"));
        var leaves = Grow(users, 1).Leaves.OrderBy(leaf => leaf.Uplift).ToArray();
        Assert.Equal(2, leaves.Length);
        Assert.Equal(0.5, users.Features.Numbers("x").Where((_, row) => leaves[0].Rule.Holds(users.Features)[row]).Max(), 0.02);
        Assert.True(leaves[0].Effect.Interval()!.Value.Contains(0));
        Assert.True(leaves[1].Effect.Interval()!.Value.Contains(0.3));
        // Rules are found on one half; the other half is counted, whole.
        Assert.Equal(4_000, leaves.Sum(leaf => leaf.Effect.Treated.Count + leaf.Effect.Control.Count));
    }

    [Fact]
    public void What_changes_the_outcome_alike_in_both_arms_grows_no_branch()
    {
        var random = new Random(2);
        double[] x = [.. Enumerable.Range(0, 4_000).Select(_ => random.NextDouble())];
        int[] arms = [.. x.Select(_ => random.Next(2))];
        double[] outcomes = [.. x.Select((value, row) => random.NextDouble() < 0.1 + 0.6 * value + 0.1 * arms[row] ? 1.0 : 0)];
        Assert.Single(Grow(Trials.Of(Trials.Table(("x", x)), arms, outcomes)).Leaves);
    }

    [Fact]
    public void Noise_grows_a_branch_in_at_most_3_of_100_tables()
    {
        int grown = Enumerable.Range(0, 100).Count(seed => Grow(WideUsers.Of(Trials.Planted(500, seed, 0), new("arm", "bought"))).Leaves.Count > 1);
        Assert.InRange(grown, 0, 3);
    }

    [Fact]
    public void Every_user_gets_the_uplift_of_exactly_one_leaf() => Gen.Int.Sample(seed =>
    {
        var users = WideUsers.Of(Trials.Planted(1_000, seed, 0.5), new("arm", "bought"));
        var tree = Grow(users);
        double[] uplift = tree.Uplift(users.Features);
        int[] held = new int[users.Count];
        foreach (var leaf in tree.Leaves)
            foreach ((int row, bool holds) in leaf.Rule.Holds(users.Features).Index())
            {
                held[row] += holds ? 1 : 0;
                Assert.True(!holds || uplift[row] == leaf.Uplift);
            }
        Assert.All(held, count => Assert.Equal(1, count));
    }, iter: 20);

    [Fact]
    public void Words_that_later_users_lack_are_no_hindrance()
    {
        var planted = Trials.Planted(4_000, 1, 0.4);
        var words = TextColumn.From("channel", ((NumberColumn)planted.Get<NumberColumn>("x")).Values.Select(value => value > 0.5 ? "kol" : "search"));
        var users = WideUsers.Of(new("t", [planted.Get<Column>("arm"), words, planted.Get<Column>("bought")]), new("arm", "bought"));
        var tree = Grow(users);
        Assert.Equal(2, tree.Leaves.Count);
        var others = users.Features.Replace(TextColumn.From("channel", Enumerable.Repeat("new", users.Count)));
        Assert.Single(tree.Uplift(others).Distinct());
    }

    [Fact]
    public void Odd_trees_are_refused()
    {
        var users = WideUsers.Of(Trials.Planted(200, 1), new("arm", "bought"));
        Assert.Throws<UserOpsException>(() => new UpliftLearner.UpliftTree(5).Fit(users, 1));
        Assert.Throws<UserOpsException>(() => new UpliftLearner.UpliftTree(2, 3).Fit(users, 1));
    }
}
