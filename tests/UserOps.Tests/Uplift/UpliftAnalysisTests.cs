using UserOps.Data;
using UserOps.Learning;
using UserOps.Testing;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class UpliftAnalysisTests
{
    private static readonly UpliftTableDefinition Asked = new("arm", "bought");
    private static readonly UpliftTableDefinition Quick = Asked with { Learners = [new UpliftLearner.TLearner(Learner.Linear)] };

    [Fact]
    public void A_planted_change_is_ranked_better_than_chance_and_than_response()
    {
        var result = Trials.Planted(4_000, 2, 0.3).Uplift(Quick);
        Assert.True(result.Arms[0].Trials[0].BeatsRandom);
        Assert.Contains(result.Notes, note => note.Contains("better than chance:", StringComparison.Ordinal));
        Assert.True(result.Balance.LooksRandom);
        Assert.Equal(1_600, result.Judges.Count);
        Assert.Equal(result.Arms[0].Trials[0].Area.Value, result.Metric.Value);
    }

    [Fact]
    public void A_model_of_noise_is_said_to_be_no_better_than_chance()
    {
        var result = Trials.Planted(2_000, 1, 0).Uplift(Quick);
        Assert.False(result.Arms[0].Trials[0].BeatsRandom);
        Assert.Contains(result.Notes, note => note.Contains("is not shown to rank users better than chance", StringComparison.Ordinal));
    }

    [Fact]
    public void Hold_out_and_training_are_made_up_alike_and_share_nobody()
    {
        var users = Hillstrom.Users();
        var (training, judging) = UpliftSplit.Of(users, Quick).Parts.Single();
        Assert.Equal(64_000, training.Union(judging).Count());
        Assert.InRange(judging.Length, 25_598, 25_602);
        foreach (int arm in new[] { 0, 1, 2 })
            Assert.Equal(Rate(training, arm), Rate(judging, arm), 3e-4);

        double Rate(int[] rows, int arm) => rows.Where(row => users.ArmOf[row] == arm).Average(row => users.Outcomes[row]);
    }

    [Fact]
    public void Of_folds_every_user_is_scored_once_by_a_model_of_the_others()
    {
        var users = WideUsers.Of(Trials.Planted(500, 1), Asked);
        var split = UpliftSplit.Of(users, Asked with { HoldOut = new UpliftHoldOut.Folds(4) });
        Assert.Equal(Enumerable.Range(0, 500), split.Judging);
        Assert.All(split.Parts, part => Assert.Empty(part.Training.Intersect(part.Judging)));
        Assert.Equal(500, Trials.Planted(500, 1).Uplift(Quick with { HoldOut = new UpliftHoldOut.Folds(4) }).Judges.Count);
    }

    [Fact]
    public void Those_assigned_last_judge_where_asked_for()
    {
        var planted = Trials.Planted(500, 1);
        var at = new TimeColumn("at", [.. Enumerable.Range(0, 500).Select(row => row * TimeSpan.TicksPerHour)]);
        var result = new TypedTable("t", [.. planted.Columns, at]).Uplift(Quick with { At = "at", HoldOut = new UpliftHoldOut.Latest(0.3) });
        Assert.Equal(Enumerable.Range(351, 150).Select(row => $"{row}"), result.Judges.Features.Ids);
        Assert.Contains("name the column", Assert.Throws<MissingDataException>(() => planted.Uplift(Quick with { HoldOut = new UpliftHoldOut.Latest() })).Message);
    }

    [Fact]
    public void Equal_seeds_give_equal_answers()
    {
        var planted = Trials.Planted(900, 1);
        Assert.Equal(planted.Uplift(Asked).ToString(), planted.Uplift(Asked).ToString());
    }

    [Fact]
    public void Every_bad_input_is_refused_in_words()
    {
        var planted = Trials.Planted(400, 1);
        Assert.Contains("has no column 'group'", Refusal(planted, new("group", "bought")));
        Assert.Contains("Which arm was left alone? The arms are 'a', 'b'", Refusal(With("arm", row => row % 2 == 0 ? "a" : "b"), Asked));
        Assert.Contains("No user is in the arm 'nobody'", Refusal(planted, Asked with { Control = "nobody" }));
        Assert.Contains("1 arm ('control')", Refusal(With("arm", _ => "control"), Asked));
        Assert.Contains("names 12 arms", Refusal(With("arm", row => $"arm {row % 12}"), Asked));
        Assert.Contains("8 users in the arm 'rare'", Refusal(With("arm", row => row < 8 ? "rare" : row % 2 == 0 ? "control" : "treated"), Asked));
        Assert.Contains("all have the same outcome", Refusal(With(new NumberColumn("bought", new double[400])), Asked));
        Assert.Contains("holds words", Refusal(With("bought", row => row % 2 == 0 ? "y" : "n"), Asked));
        Assert.Contains("is infinite in row 1", Refusal(With(new NumberColumn("bought", [double.PositiveInfinity, .. new double[399]])), Asked));
        Assert.Contains("cannot be a feature", Refusal(planted, Asked with { Features = ["x", "bought"] }));
        Assert.Contains("at least one feature is", Refusal(planted, Asked with { NotKnown = ["x", "noise"] }));
        Assert.Contains("hold-out of NaN", Refusal(planted, Asked with { HoldOut = new UpliftHoldOut.Random(double.NaN) }));
        Assert.Contains("in the hold-out for the arm 'coupon'", Refusal(planted, Asked with { HoldOut = new UpliftHoldOut.Random(0.004) }).Replace("'control'", "'coupon'", StringComparison.Ordinal));
        Assert.Contains("confidence level", Refusal(planted, Asked with { Level = double.NaN }));
        Assert.Contains("No way to learn", Refusal(planted, Asked with { Learners = [] }));
        Assert.Contains("sum to 1", Refusal(planted, Asked with { Shares = new Dictionary<string, double> { ["control"] = 0.5, ["coupon"] = 0.6 } }));

        TypedTable With(object column, Func<int, string>? words = null)
        {
            var changed = column as Column ?? TextColumn.From((string)column, Enumerable.Range(0, 400).Select(row => words!(row)));
            return new("t", [.. planted.Columns.Select(one => one.Name == changed.Name ? changed : one)]);
        }

        static string Refusal(TypedTable table, UpliftTableDefinition asked) => Assert.ThrowsAny<UserOpsException>(() => table.Uplift(asked)).Message;
    }

    [Fact]
    public void A_feature_that_alone_explains_the_outcome_is_told()
    {
        var planted = Trials.Planted(1_000, 1);
        var leak = new NumberColumn("receipt", [.. planted.Get<NumberColumn>("bought").Values.Select((bought, row) => bought * 10 + row % 3)]);
        var result = new TypedTable("t", [.. planted.Columns, leak]).Uplift(Quick);
        Assert.Contains(result.Notes, note => note.StartsWith("Possible leakage: 'receipt'", StringComparison.Ordinal));
        Assert.Empty(planted.Uplift(Quick).Leaks);
    }

    [Fact]
    public void Rows_without_an_arm_or_an_outcome_are_left_out_and_counted()
    {
        var planted = Trials.Planted(400, 1);
        double[] bought = [.. planted.Get<NumberColumn>("bought").Values];
        (bought[3], bought[7]) = (double.NaN, double.NaN);
        var users = WideUsers.Of(new("t", [.. planted.Columns.Select(column => column.Name == "bought" ? new NumberColumn("bought", bought) : column)]), Asked);
        Assert.Equal(398, users.Count);
        Assert.Contains("2 rows without an arm or an outcome", users.LeftOut.Single());
    }

    [Fact]
    public void The_answer_shows_itself()
    {
        var result = Trials.Planted(1_000, 4, 0.3).Uplift(Quick);
        Golden.Matches(result.ToString().Replace('\u00A0', ' '), "planted.txt");
        Golden.Matches(result.Arms[0].Deciles.ToChart().ToSvg(), "deciles.svg");
        Golden.Matches(result.Arms[0].Curve.ToChart().ToSvg(), "qini.svg");
    }
}
