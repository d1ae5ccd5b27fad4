using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

/// <summary>Several events a person, covariates that change from spell to spell: R survival 3.5-3 on the same generated rows, Surv(start, stop, event) ~ x + z.</summary>
public class RecurrentTests
{
    [Fact]
    public void The_rows_are_those_of_R() => Assert.Equal((153, 115, 60), (Spells.Recurrent().Count, Spells.Recurrent().EventCount, Spells.Recurrent().UserCount));

    // Andersen and Gill: coxph(…, cluster = id); Prentice, Williams and Peterson: + strata(number). Coefficients, errors, log-likelihood, Wald test, concordance and its error.
    [Theory]
    [InlineData(Ties.Efron, null, CoxErrors.Robust, 0.52293769257839, 0.06763961437883, 0.26212965337445, 0.15869330537794, -439.72498190686883, 5.36099025689521, 0.60252182347236, 0.04200364644824)]
    [InlineData(Ties.Breslow, null, CoxErrors.Robust, 0.48247744868155, 0.07371999025385, 0.24105206374879, 0.14548298188596, -447.72398142157147, 5.42967744082679, 0.60678952473327, 0.04188988438857)]
    [InlineData(Ties.Efron, "number", CoxErrors.Robust, 0.34831502353597, 0.14529611099130, 0.21455591780732, 0.11893937457639, -287.32993081096197, 6.06979787534258, 0.58500772797527, 0.03986891284079)]
    [InlineData(Ties.Efron, "number", CoxErrors.Model, 0.34831502353597, 0.14529611099130, 0.18874919925482, 0.12058909505736, -287.32993081096197, 6.36646661948789, 0.58500772797527, 0.04138792024212)]
    public void Models_of_several_events_match_R(Ties ties, string? strata, CoxErrors errors, params double[] expected)
    {
        var model = Spells.Recurrent().Cox(new() { Covariates = ["x", "z"], Ties = ties, Strata = strata, Errors = errors });
        Numbers.Close(expected,
            [.. model.Coefficients.Select(one => one.Estimate), .. model.Coefficients.Select(one => one.StandardError), model.LogLikelihood, model.Wald.Statistic, model.Concordance.Value, model.Concordance.StandardError]);
    }

    [Theory]
    [InlineData(TimeTransform.KaplanMeier, 0.5758115584127, 0.2119468430958, 1.1205704802353)]
    [InlineData(TimeTransform.Identity, 0.3129656264400, 0.2468207800919, 0.8404168190824)]
    [InlineData(TimeTransform.Log, 0.98113667018891, 0.08064629462611, 1.39906826155198)]
    [InlineData(TimeTransform.Rank, 0.2562150531950, 0.3485298690586, 0.8885120104116)]
    public void The_test_of_proportional_hazards_matches_R_within_strata(TimeTransform transform, params double[] expected)
    {
        var test = Spells.Recurrent().Cox(new() { Covariates = ["x", "z"], Strata = "number" }).ProportionalHazards(transform);
        Numbers.Close(expected, [.. test.Terms.Append(test.Global).Select(one => one.Statistic)], 1e-7);
    }

    [Fact]
    public void Predictions_within_a_stratum_match_R_and_end_with_its_last_spell()
    {
        // summary(survfit(fit, data.frame(x = 0, z = 1))[stratum], times = c(3, 8)): survival and errors of the strata 1 and 4; the latter ends at 27, the first at 29.
        var prediction = Spells.Recurrent().Cox(new() { Covariates = ["x", "z"], Strata = "number" }).Predict(new("two",
            [new NumberColumn("x", [0, 0]), new NumberColumn("z", [1, 1]), new NumberColumn("number", [1, 4])]));
        Numbers.Close([0.66595068188501, 0.45042806188611, 0.06117605743625, 0.06443002434627],
            [prediction.At(0, 3), prediction.At(0, 8), prediction.StandardError(0, 3), prediction.StandardError(0, 8)]);
        Numbers.Close([1, 0.08351321287636, 0.10466521104669], [prediction.At(1, 3), prediction.At(1, 8), prediction.StandardError(1, 8)]);
        Assert.Equal(29, prediction.LastTime);
        Assert.True(double.IsFinite(prediction.At(0, 28)) && double.IsNaN(prediction.At(1, 28)));
    }

    [Fact]
    public void Spells_of_one_person_that_overlap_are_refused()
    {
        string twice = Assert.Throws<UserOpsException>(() => SurvivalData.Of([3, 5, 4], [true, true, false], ids: ["a", "b", "a"])).Message;
        Assert.StartsWith("1 spells overlap with another of the same person; none may. The first are rows 1 and 3.", twice, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => SurvivalData.Of([5, 9], [false, true], [0, 4], ids: ["a", "a"]));
        Assert.Equal(2, SurvivalData.Of([5, 9], [false, true], [0, 5], ids: ["a", "a"]).Count);
    }

    [Fact]
    public void Robust_errors_need_more_clusters_than_coefficients()
    {
        var two = SurvivalData.Of([.. Enumerable.Range(1, 20).Select(i => (double)i)], [.. Enumerable.Repeat(true, 20)], columns: new("t",
            [new NumberColumn("x", [.. Enumerable.Range(0, 20).Select(i => i * 7 % 5.0)]), new NumberColumn("z", [.. Enumerable.Range(0, 20).Select(i => i * 11 % 7.0)]), new NumberColumn("team", [.. Enumerable.Range(0, 20).Select(i => i % 2.0)])]));
        Assert.Contains("Found 2 clusters in 'team'; more than the 2 coefficients", Assert.Throws<InsufficientDataException>(
            () => two.Cox(new() { Covariates = ["x", "z"], Errors = CoxErrors.Robust, Cluster = "team" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_at_a_single_time_cannot_test_proportional_hazards()
    {
        var data = SurvivalData.Of([5, 5, 5, 5, 5, 9, 9, 9], [true, true, true, true, true, false, false, false], columns: new("t", [new NumberColumn("x", [1, 2, 4, 1, 3, 2, 5, 3])]));
        Assert.Contains("too few different times", Assert.Throws<InsufficientDataException>(() => data.Cox(new() { Covariates = ["x"] }).ProportionalHazards()).Message, StringComparison.Ordinal);
    }
}
