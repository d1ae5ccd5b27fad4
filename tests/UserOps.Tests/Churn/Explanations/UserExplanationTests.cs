using UserOps.Churn;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Tests.Churn.Explanations;

public class UserExplanationTests
{
    [Fact]
    public void Of_a_sum_every_feature_gets_its_own_distance_from_the_mean()
    {
        // d: 4 days against a mean of 4, no order against one half, north against a third in the south.
        var d = UserExplanation.Of(MadeUsers.Sum, MadeUsers.Six(), [3])[0];
        var points = d.Contributions.ToDictionary(one => one.Feature.Name, one => one.Points);
        Assert.Equal(0, points["days"], 1e-12);
        Assert.Equal(-0.05, points["ordered"], 1e-12);
        Assert.Equal(-0.2 / 3, points["city"], 1e-12);
        Assert.Equal(0.2, d.Probability, 1e-12);
    }

    [Fact]
    public void Base_and_contributions_sum_to_the_score()
    {
        var table = MadeUsers.Six();
        double[] scores = MadeUsers.Product(table);
        var all = UserExplanation.Of(MadeUsers.Product, table, [.. Enumerable.Range(0, 6)]);
        Assert.All(all, (one, row) => Assert.Equal(scores[row], one.Base + one.Contributions.Sum(part => part.Points), 1e-12));
        Assert.All(all, one => Assert.Equal(scores.Average(), one.Base, 1e-12));
    }

    [Fact]
    public void Sampled_values_come_near_to_Shapley_values_over_all_coalitions()
    {
        // Sixty copies of the six users give fifty different paths; the exact values enumerate all coalitions against all six.
        var table = MadeUsers.Six();
        var many = table.Rows([.. Enumerable.Range(0, 360).Select(i => i % 6)]);
        for (int row = 0; row < 6; row++)
        {
            double[] exact = Exact(table, row);
            var sampled = UserExplanation.Of(MadeUsers.Product, many, [row])[0].Contributions;
            Assert.All(table.Features, (feature, i) => Assert.Equal(exact[i], sampled.Single(one => one.Feature.Name == feature.Name).Points, 0.06));
        }
    }

    [Fact]
    public void Users_who_agree_in_a_feature_are_not_scored_again_for_it()
    {
        // Against six users among whom one is the user: 100 paths would have four rows each.
        int rows = 0;
        var a = UserExplanation.Of(table => MadeUsers.Product(Counted(table)), MadeUsers.Six(), [0])[0];
        Assert.Equal(MadeUsers.Product(MadeUsers.Six())[0], a.Probability, 1e-12);
        // Differences from a: b three, c one, d two, e three, f two; each both ways, and a start for each of the twelve paths.
        Assert.Equal(12 + 2 * (3 + 1 + 2 + 3 + 2), rows);
        FeatureTable Counted(FeatureTable table)
        {
            rows += table.Count;
            return table;
        }
    }

    [Fact]
    public void A_feature_that_the_model_ignores_gets_nothing()
    {
        var f = UserExplanation.Of(table => table.Numbers("days"), MadeUsers.Six(), [5])[0];
        Assert.All(f.Contributions.Where(one => one.Feature.Name != "days"), one => Assert.Equal(0, one.Points));
    }

    [Fact]
    public void Reasons_are_the_strongest_first_and_in_words() =>
        Assert.Equal("city: south; days: 5", UserExplanation.Of(MadeUsers.Sum, MadeUsers.Six(), [4])[0].Reasons());

    [Fact]
    public void Where_nothing_speaks_for_leaving_the_reasons_for_staying_stand() =>
        Assert.Equal("nothing speaks for leaving; city: north", UserExplanation.Of(MadeUsers.Sum, MadeUsers.Six(), [3])[0].Reasons(1));

    [Theory]
    [InlineData("days since the last order", 46.2, "no order for 46 days")]
    [InlineData("days since the last activity", 0.7, "no activity for 1 day")]
    [InlineData("days since the user was first seen", 12.0, "12 days since the user was first seen")]
    public void Days_are_told_as_people_do(string meaning, double days, string words) =>
        Assert.Equal(words, FeatureWords.Of(new("x", meaning, Format.Number(1, "days")), days));

    [Fact]
    public void Counts_flags_shares_and_gaps_are_told_as_people_do()
    {
        Assert.Equal("no orders in the last 28 days", FeatureWords.Of(new("x", "orders in the last 28 days", Format.Count), 0.0));
        Assert.Equal("1,234 events so far", FeatureWords.Of(new("x", "events so far", Format.Count), 1234.0));
        Assert.Equal("share of messages that were opened: 25\u00A0%", FeatureWords.Of(new("x", "share of messages that were opened", Format.Percent(0)), 0.25));
        Assert.Equal("unsubscribed: yes", FeatureWords.Of(new("x", "unsubscribed", Format.Flag), true));
        Feature overdue = new("overdue", "silence in usual gaps between active days", Format.Number(1));
        Assert.Equal(["silent 23.2 times as long as usual", "active on one day only"], [FeatureWords.Of(overdue, 23.2), FeatureWords.Of(overdue, null)]);
        Assert.Equal("platform: unknown", FeatureWords.Of(new("x", "platform", Format.Text), null));
    }

    [Fact]
    public void A_single_user_cannot_be_explained() =>
        Assert.Throws<InsufficientDataException>(() => UserExplanation.Of(MadeUsers.Sum, MadeUsers.Six().Rows([0]), [0]));

    // φᵢ = Σ over coalitions S without i of |S|! (2 − |S|)! / 3! · (v(S ∪ i) − v(S)), v(S) the mean score with the features of S from the user.
    private static double[] Exact(FeatureTable table, int row)
    {
        double[] values = [.. Enumerable.Range(0, 8).Select(coalition => MadeUsers.Product(Given(table, row, coalition)).Average())];
        double[] weight = [2 / 6.0, 1 / 6.0, 2 / 6.0];
        return [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 8).Where(s => (s >> i & 1) == 0)
            .Sum(s => weight[int.PopCount(s)] * (values[s | 1 << i] - values[s])))];
    }

    private static FeatureTable Given(FeatureTable table, int row, int coalition)
    {
        for (int feature = 0; feature < 3; feature++)
            if ((coalition >> feature & 1) == 1)
                table = table.Replace(table.Columns.Columns[feature].Reorder([.. Enumerable.Repeat(row, table.Count)]));
        return table;
    }
}
