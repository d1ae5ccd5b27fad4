using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class BrierTests
{
    [Fact]
    public void Scores_weighted_for_censoring_match_an_independent_computation()
    {
        // NumPy, product limits of the censoring written out time by time: S(t) = exp(−t/50) on the Walton flies, exp(−t/30) on the leukaemia patients.
        var flies = BrierAnalysis.Of(Spells.Waltons(), [20, 40, 55, 60], [("flat", (_, time) => Math.Exp(-time / 50))]).Scores[0];
        double[] expected = [0.13810303950547206, 0.28072417396996496, 0.2919880067205677, 0.21458336651768317];
        Numbers.Close(expected, [.. flies.Values], 1e-12);
        var patients = BrierAnalysis.Of(Spells.Leukaemia(), [10, 20, 30, 40], [("flat", (_, time) => Math.Exp(-time / 30))]).Scores[0];
        Assert.Equal(0.17449854596057404, patients.Values[0], 12);
        Assert.Equal(0.2000026296268171, patients.Values[3], 12);
        Assert.Equal(0.22852004801567663, patients.Integrated, 12);
    }

    [Fact]
    public void Models_are_judged_by_the_same_spells_and_those_without_a_prediction_are_counted()
    {
        // Row 3 has no prediction beyond time 2: it counts for neither model.
        var data = SurvivalData.Of([1, 3, 4, 5], [true, true, true, true]);
        var scores = BrierAnalysis.Of(data, [2, 3], [("a", (_, _) => 0.5), ("b", (row, time) => row == 2 && time > 2 ? double.NaN : 0.6)]);
        Assert.Equal(3, scores.Count);
        Assert.Equal((0.6 * 0.6 + 0.4 * 0.4 + 0.4 * 0.4) / 3, scores.Scores[1].Values[0], 12);
        Assert.Contains("Left out: 1 of 4 spells", scores.ToString(), StringComparison.Ordinal);
        Assert.Contains("no spell for which every model", Assert.Throws<InsufficientDataException>(() => BrierAnalysis.Of(data, [2], [("a", (_, _) => double.NaN)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_censoring_the_score_is_the_mean_squared_error() =>
        Assert.Equal((0.6 * 0.6 + 0.4 * 0.4 + 0.4 * 0.4) / 3, BrierAnalysis.Of(SurvivalData.Of([1, 3, 4], [true, true, true]), [2], [("m", (_, _) => 0.6)]).Scores[0].Values[0], 12);

    [Fact]
    public void A_model_with_real_covariates_beats_the_curve_on_customers_it_has_not_seen()
    {
        var (first, second) = Spells.TelcoFromTheFirstMonth().Split();
        var scores = second.Brier([first.Cox(new() { Covariates = ["Contract", "MonthlyCharges"] }), first.AcceleratedTime(new() { Covariates = ["Contract", "MonthlyCharges"] })]);
        Assert.Equal(["Kaplan–Meier (no covariate)", "Cox", "Weibull"], scores.Scores.Select(score => score.Name));
        Assert.True(scores.Scores[1].Integrated < 0.9 * scores.Scores[0].Integrated);
        Assert.Equal(7032, first.Count + second.Count);
    }

    [Fact]
    public void Horizons_beyond_the_data_and_late_entries_are_refused()
    {
        var model = Spells.Rossi().AcceleratedTime();
        Assert.Contains("watched for 52 at most", Assert.Throws<InsufficientDataException>(() => Spells.Rossi().Brier([model], 60)).Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => Spells.Generated().Brier([model]));
        Assert.Throws<UserOpsException>(() => Spells.Rossi().Brier([]));
    }
}
