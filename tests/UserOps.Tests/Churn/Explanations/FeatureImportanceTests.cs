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
}
