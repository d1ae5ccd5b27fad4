using UserOps.Churn;
using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Testing;
using UserOps.Tests.Learning;

namespace UserOps.Tests.Churn;

public class ChurnModelTests
{
    private static readonly (FeatureTable Features, bool[] Left, double[] Amounts) Users = Synthetic.Users(600, 1);

    private static ChurnModel Trained(Learner learner)
    {
        var training = new TrainingSet(Users.Features, Users.Left);
        var candidate = ChurnCandidate.Of(Users.Features, Users.Left, new() { Learner = learner }, 3);
        return ChurnTraining.Model(training, candidate, ChurnTraining.Card(training, "who leaves", "synthetic", [ChurnTrial.Of(candidate, null)]));
    }

    [Theory]
    [InlineData(Learner.LightGbm)]
    [InlineData(Learner.FastTree)]
    [InlineData(Learner.Linear)]
    public void A_model_that_was_saved_scores_the_same_bits(Learner learner)
    {
        using var folder = new TemporaryFolder();
        var model = Trained(learner);
        model.Save(folder["churn.model"]);
        var loaded = ChurnModel.Load(folder["churn.model"]);
        Assert.Equal(model.Score(Users.Features), loaded.Score(Users.Features));
        Assert.Equal(model.Card.FeatureHash, loaded.Card.FeatureHash);
        Assert.Equal(model.Card.Metrics, loaded.Card.Metrics);
        Assert.Equal(model.Calibration.Name, loaded.Calibration.Name);
        Assert.Equal(learner, loaded.Learner);
        Assert.Equal(["churn.model"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_cut_short_changed_of_another_version_or_of_another_kind_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder["churn.model"];
        Trained(Learner.Linear).Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        string Refusal(byte[] content)
        {
            File.WriteAllBytes(path, content);
            return Assert.Throws<UserOpsException>(() => ChurnModel.Load(path)).Message;
        }
        foreach (int length in new[] { 9, 20, 44, bytes.Length / 2, bytes.Length - 1 })
            Assert.Contains("cut short or changed", Refusal(bytes[..length]));
        Assert.Contains("cut short or changed", Refusal([.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]]));
        Assert.Contains("has form 7; this version reads form 1", Refusal([.. bytes[..8], 7, 0, 0, 0, .. bytes[12..]]));
        Assert.Contains("holds no model", Refusal([1, 2, 3]));
        Assert.Contains("holds no model", Refusal([]));
        Assert.Contains("cannot be read", Assert.Throws<UserOpsException>(() => ChurnModel.Load(folder["nothing"])).Message);
        Assert.Contains("cannot be saved", Assert.Throws<UserOpsException>(() => Trained(Learner.Linear).Save(Path.Combine(folder.Path, "no folder", "m"))).Message);
    }

    [Fact]
    public void Features_that_do_not_match_are_refused_with_every_difference()
    {
        var model = Trained(Learner.Linear);
        var other = Users.Features.Without("z")
            .Replace(TextColumn.From("x", Users.Features.Numbers("x").Select(_ => "word")))
            .Replace(new NumberColumn("blanks", [.. Enumerable.Repeat(double.NaN, Users.Features.Count)]))
            .Replace(TextColumn.From("platform", Enumerable.Repeat("tv", Users.Features.Count)));
        string message = Assert.Throws<UserOpsException>(() => model.Score(other)).Message;
        Assert.Contains("'z' is missing", message);
        Assert.Contains("'x' is a Text, the model learnt from a Number", message);
        Assert.Contains("'blanks' has no value in 100 % of rows, in training in", message);
        Assert.Contains("'platform' has values that were rare or absent in training in 100 % of rows (tv)", message);
    }

    [Fact]
    public void Rows_in_any_order_and_further_columns_change_no_score()
    {
        var model = Trained(Learner.LightGbm);
        int[] turned = [.. Enumerable.Range(0, Users.Features.Count).Reverse()];
        Assert.Equal(model.Score(Users.Features).Reverse(), model.Score(Users.Features.Rows(turned)));
    }

    [Fact]
    public void The_same_users_show_no_drift_and_others_from_elsewhere_do()
    {
        var model = Trained(Learner.Linear);
        Assert.All(model.Drift(Users.Features).Features, drift => Assert.Equal(0, drift.Psi, 12));
        Assert.Empty(model.Drift(Synthetic.Users(600, 2).Features).Shifted);
        var moved = Users.Features.Replace(new NumberColumn("x", [.. Users.Features.Numbers("x").Select(x => x + 1)]));
        var drift = model.Drift(moved);
        Assert.Equal("x", drift.Features[0].Name);
        Assert.True(drift.Features[0].HasShifted && drift.Features[0].Psi > FeatureDrift.LargeShift && drift.Score.HasShifted);
        Assert.Contains("x", drift.Notes[1]);
    }

    [Fact]
    public void The_index_is_that_of_a_worked_example()
    {
        // By hand: (0.3 - 0.5) ln(0.3 / 0.5) + (0.7 - 0.5) ln(0.7 / 0.5) = 0.1694596; chi-square 0.95 with 1 degree of freedom is 3.841459.
        var drift = FeatureDrift.Of("x", ["low", "high", "(missing)"], [0.5, 0.5, 0], [0.3, 0.7, 0], 1000, 200);
        Assert.Equal(0.1694596, drift.Psi, 6);
        Assert.Equal(3.841459 * (1 / 1000.0 + 1 / 200.0), drift.Chance, 6);
        Assert.True(drift.HasShifted);
        Assert.Equal("low: 50.0 % → 30.0 %", drift.Moved.Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_user_without_a_value_or_with_a_rare_word_can_be_scored_and_supposed()
    {
        var model = Trained(Learner.Linear);
        int odd = Array.FindIndex(Users.Features.Numbers("blanks"), double.IsNaN);
        Assert.Equal(model.Score(Users.Features)[odd], model.Score(Users.Features.Rows([odd]))[0]);
        var supposed = model.WhatIf(Users.Features, Users.Features.Ids[odd], ("x", 1.0));
        Assert.Equal(model.Score(Users.Features)[odd], supposed.Before, 1e-12);
        Assert.True(supposed.After > supposed.Before);
        Assert.Equal(model.Score(Users.Features)[odd], model.Explain(Users.Features, [odd])[0].Probability, 1e-9);
        // Every user given the same rare city is no other export.
        var same = Users.Features.Replace(TextColumn.From("city", Enumerable.Repeat(Users.Features.Columns.Get<TextColumn>("city").Words[0], Users.Features.Count)));
        Assert.Throws<UserOpsException>(() => model.Explain(same.Replace(TextColumn.From("platform", Enumerable.Repeat("tv", 600))), [0]));
        Assert.Equal(600, model.Suppose(same).Length);
    }
}
