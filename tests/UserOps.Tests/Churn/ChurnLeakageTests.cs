using UserOps.Churn;
using UserOps.Data;
using UserOps.Learning;
using UserOps.Testing;

namespace UserOps.Tests.Churn;

public class ChurnLeakageTests
{
    private static TypedTable Bank(out ChurnTableDefinition definition)
    {
        var table = TypedTable.Open(PublicData.Path("bank-marketing/bank.csv.gz"));
        definition = new("row", "y") { Folds = 4 };
        return new(table.Name, [TextColumn.From("row", Enumerable.Range(0, table.RowCount).Select(i => $"r{i}")), .. table.Columns]);
    }

    [Fact]
    public void The_duration_of_the_call_is_named_as_known_too_late()
    {
        // Moro, Cortez and Rita, UCI Bank Marketing: the duration of the call is not known before the call.
        var result = Bank(out var definition).Churn(definition);
        Assert.Equal(["duration"], result.Leaks.Select(leak => leak.Feature));
        Assert.Contains(result.Notes, note => note.Contains("'duration' alone reaches an AUC of 0.8", StringComparison.Ordinal));
        Assert.True(result.Unseen.Auc > 0.88);
    }

    [Fact]
    public void Without_it_the_figures_are_those_of_scikit_learn()
    {
        // scikit-learn 1.2.1, bank.csv without duration, 10-fold logistic: AUC 0.7227.
        var result = Bank(out var definition).Churn(definition with { NotKnown = ["duration"] });
        Assert.Empty(result.Leaks);
        Assert.InRange(result.Trials.Single(trial => trial.Learner == Learner.Linear).MeanFoldAuc, 0.71, 0.74);
        Assert.All(result.Trials, trial => Assert.True(trial.OutOfFold.Auc < 0.77));
    }

    [Fact]
    public void The_week_of_the_arrest_is_named_as_known_too_late()
    {
        // Rossi, Berk and Lenihan (1980): who was not arrested has week 52. scikit-learn 1.2.1: roc_auc_score(arrest, -week) = 0.98246.
        var table = TypedTable.Open(PublicData.Path("survival/rossi.csv"));
        var rows = new TypedTable(table.Name, [TextColumn.From("row", Enumerable.Range(0, table.RowCount).Select(i => $"r{i}")), .. table.Columns]);
        var result = rows.Churn(new ChurnTableDefinition("row", "arrest") { Folds = 4 });
        var leak = Assert.Single(result.Leaks);
        Assert.Equal("week", leak.Feature);
        Assert.Equal(0.98246, leak.Auc, 0.02);
        Assert.Empty(rows.Churn(new ChurnTableDefinition("row", "arrest") { Folds = 4, NotKnown = ["week"] }).Leaks);
    }

    [Fact]
    public void Folds_that_would_hold_nobody_of_an_outcome_are_refused_before_anything_is_fitted()
    {
        var rows = new TypedTable("t", [TextColumn.From("id", Enumerable.Range(0, 90).Select(i => $"{i}")), new NumberColumn("x", [.. Enumerable.Range(0, 90).Select(i => (double)i)]),
            new FlagColumn("left", [.. Enumerable.Range(0, 90).Select(i => (sbyte)(i < 35 ? 1 : 0))])]);
        string Refusal(int folds) => Assert.Throws<InsufficientDataException>(() => rows.Churn(new ChurnTableDefinition("id", "left") { Folds = folds })).Message;
        Assert.Contains("35 users who left and 55 who stayed in table 't'; at least 40 of each for 2 folds are needed", Refusal(2));
        Assert.Contains("at least 50 of each for 50 folds", Refusal(50));
    }

    [Theory]
    [InlineData(100, 5)]
    [InlineData(200, 10)]
    [InlineData(1000, 10)]
    public void A_single_feature_that_is_the_target_is_named_and_breaks_nothing(int users, int folds)
    {
        double[] both = [.. Enumerable.Range(0, users).Select(i => (double)(i % 2))];
        var rows = new TypedTable("t", [TextColumn.From("id", both.Select((_, i) => $"{i}")), new NumberColumn("x", both), new NumberColumn("y", both)]);
        var result = rows.Churn(new ChurnTableDefinition("id", "y") { Folds = folds });
        Assert.Equal("x", Assert.Single(result.Leaks).Feature);
        Assert.All(result.Trials, trial => Assert.Equal(1, trial.OutOfFold.Auc, 1e-12));
        Assert.All(result.Calibrated.Scores, score => Assert.InRange(score, 0, 1));
        Assert.Contains("Possible leakage: 'x' alone reaches an AUC of 1.000", result.ToString());
        Assert.Equal("x", result.Importance().Features.Single().Feature.Name);
    }

    [Fact]
    public void A_copy_of_the_target_alone_explains_it()
    {
        var random = new Random(1);
        bool[] left = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() < 0.3)];
        var table = new TypedTable("t",
        [
            TextColumn.From("id", Enumerable.Range(0, 400).Select(i => $"{i}")), new FlagColumn("left", [.. left.Select(one => (sbyte)(one ? 1 : 0))]),
            TextColumn.From("reason", left.Select(one => one ? random.Next(2) == 0 ? "price" : "moved" : null)), new NumberColumn("x", [.. left.Select(_ => random.NextDouble())]),
        ]);
        var leak = Assert.Single(table.Churn(new ChurnTableDefinition("id", "left") { Folds = 3 }).Leaks);
        Assert.Equal("reason", leak.Feature);
        Assert.True(leak.Auc > 0.99);
    }
}
