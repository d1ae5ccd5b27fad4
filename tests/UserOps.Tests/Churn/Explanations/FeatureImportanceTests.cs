using UserOps.Churn;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Tests.Churn.Explanations;

public class FeatureImportanceTests
{
    [Fact]
    public void The_feature_that_decides_leads_and_one_that_is_ignored_loses_nothing()
    {
        var (table, outcomes) = Users(400);
        var importance = FeatureImportance.Of(Score, table, outcomes);
        Assert.Equal(["strong", "weak", "ignored"], importance.Features.Select(one => one.Feature.Name));
        Assert.True(importance.Features[0].Interval.Lower > 0);
        Assert.Equal((0, 0, 0), (importance.Features[2].Loss, importance.Features[2].Interval.Lower, importance.Features[2].Interval.Upper));
    }

    [Fact]
    public void Without_its_only_feature_a_model_falls_to_a_coin()
    {
        var (table, outcomes) = Users(2000);
        var importance = FeatureImportance.Of(users => users.Numbers("strong"), table, outcomes);
        Assert.Equal(importance.Auc - 0.5, importance.Features[0].Loss, 0.02);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures()
    {
        var (table, outcomes) = Users(200);
        Assert.Equal(FeatureImportance.Of(Score, table, outcomes).Features.Select(one => one.Loss), FeatureImportance.Of(Score, table, outcomes).Features.Select(one => one.Loss));
        Assert.NotEqual(
            FeatureImportance.Of(Score, table, outcomes).Features[0].Loss, FeatureImportance.Of(Score, table, outcomes, seed: 2).Features[0].Loss);
    }

    private static double[] Score(FeatureTable table) => [.. table.Numbers("strong").Zip(table.Numbers("weak"), (strong, weak) => 3 * strong + weak)];

    private static (FeatureTable, bool[]) Users(int count)
    {
        var random = new Random(5);
        double[] Draw() => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        double[] strong = Draw(), weak = Draw();
        var table = new TypedTable("made",
        [
            TextColumn.From("id", Enumerable.Range(0, count).Select(i => $"u{i}")),
            new NumberColumn("ignored", Draw()), new NumberColumn("weak", weak), new NumberColumn("strong", strong),
        ]);
        return (FeatureTable.From(table, "id"), [.. strong.Zip(weak, (a, b) => random.NextDouble() < 0.1 + 0.6 * a + 0.2 * b)]);
    }

    [Fact]
    public void Of_many_features_the_strongest_are_shuffled_several_times_and_keep_their_order()
    {
        var random = new Random(8);
        double[][] columns = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 600).Select(_ => random.NextDouble()).ToArray())];
        var table = FeatureTable.From(new("made",
            [TextColumn.From("id", Enumerable.Range(0, 600).Select(i => $"u{i}")), .. columns.Select((values, i) => new NumberColumn($"x{i:00}", values))]), "id");
        double[] Weighted(FeatureTable users) => [.. Enumerable.Range(0, 600).Select(row => Enumerable.Range(0, 20).Sum(i => (20 - i) * (20 - i) * users.Numbers($"x{i:00}")[row]))];
        bool[] left = [.. Weighted(table).Select(score => random.NextDouble() < score / 2870)];
        int asked = 0;
        var importance = FeatureImportance.Of(users =>
        {
            Interlocked.Increment(ref asked);
            return Weighted(users);
        }, table, left);
        Assert.Equal(1 + 20 + 15 * 5, asked);
        Assert.Equal(20, importance.Features.Select(one => one.Feature.Name).Distinct().Count());
        Assert.Equal(importance.Features.OrderByDescending(one => one.Loss), importance.Features);
        Assert.All(importance.Features.Take(3), one => Assert.Contains(one.Feature.Name, (string[])["x00", "x01", "x02", "x03", "x04"]));
        Assert.Contains("5 shuffles of the 15 strongest, one of the others", importance.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_features_that_matter_are_shown_and_the_others_are_counted()
    {
        var (table, outcomes) = Users(2000);
        var importance = FeatureImportance.Of(Score, table, outcomes);
        Assert.Equal([true, true, false], importance.Features.Select(one => one.Matters));
        string text = importance.ToString();
        Assert.Contains("weak", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ignored", text, StringComparison.Ordinal);
        Assert.Contains("The other feature carries nothing that can be measured here", text, StringComparison.Ordinal);
        var none = FeatureImportance.Of(users => users.Numbers("ignored"), table, outcomes);
        Assert.Contains("None of the 3 features carries anything", none.ToString() + string.Join(' ', none.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_user_of_an_outcome_and_a_model_that_refuses_are_told_as_such()
    {
        var (table, _) = Users(30);
        Assert.Contains("1 users with the outcome", Assert.Throws<InsufficientDataException>(() => FeatureImportance.Of(Score, table, [true, .. new bool[29]])).Message);
        int asked = 0;
        Assert.Throws<UserOpsException>(() => FeatureImportance.Of(
            users => Interlocked.Increment(ref asked) == 1 ? Score(users) : throw new UserOpsException("no"), table, [.. Enumerable.Range(0, 30).Select(i => i % 3 == 0)]));
    }
}
