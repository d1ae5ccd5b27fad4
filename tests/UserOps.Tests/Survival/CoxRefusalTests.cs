using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class CoxRefusalTests
{
    [Fact]
    public void Covariates_that_say_nothing_or_the_same_are_refused_by_name()
    {
        Assert.Contains("the value 3 of 'c' in all 6 spells; two different values needed", Refusal(Six(Number("c", 3, 3, 3, 3, 3, 3)), "c"), StringComparison.Ordinal);
        Assert.Contains("'b' follows from the covariates before it (a)", Refusal(Six(Number("a", 1, 2, 3, 5, 4, 6), Number("b", 2, 4, 6, 10, 8, 12)), "a", "b"), StringComparison.Ordinal);
        Assert.Contains("'c' of table 't' is infinite in row 2", Refusal(Six(Number("c", 3, double.PositiveInfinity, 4, 5, 6, 7)), "c"), StringComparison.Ordinal);
        Assert.Contains("'c' of table 't' is 1E+300 in row 2", Refusal(Six(Number("c", 3, 1e300, 4, 5, 6, 7)), "c"), StringComparison.Ordinal);
        Assert.Contains("1 value in column 'w'", Refusal(Six(TextColumn.From("w", ["x", "x", "x", "x", "x", "x"])), "w"), StringComparison.Ordinal);
        Assert.Contains("have no column 'nowhere'", Refusal(Six(), "nowhere"), StringComparison.Ordinal);
        Assert.Contains("named 2 times", Refusal(Six(Number("a", 1, 2, 3, 5, 4, 6)), "a", "a"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_covariate_that_separates_is_refused_with_its_counts()
    {
        var data = SurvivalData.Of([1, 2, 3, 4, 5, 6, 7, 8], [true, true, true, false, true, true, false, true], columns: new("t", [Number("x", 0, 0, 0, 1, 0, 0, 1, 0)]));
        string refusal = Assert.Throws<InsufficientDataException>(() => data.Cox(new() { Covariates = ["x"] })).Message;
        Assert.Contains("0 events among 2 spells with 'x' and 6 among 6 without", refusal, StringComparison.Ordinal);
        Assert.Contains("0 or infinite", refusal, StringComparison.Ordinal);
        var ordered = SurvivalData.Of([1, 2, 3, 4, 5, 6], [true, true, true, true, true, true], columns: new("t", [Number("x", 6, 5, 4, 3, 2, 1)]));
        Assert.Contains("keeps rising", Assert.Throws<InsufficientDataException>(() => ordered.Cox(new() { Covariates = ["x"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_events_and_contradictions_are_refused()
    {
        var censored = SurvivalData.Of([1, 2, 3], [false, false, false], columns: new("t", [Number("x", 1, 2, 1)]));
        Assert.Contains("Found 0 events; more than the 1 coefficients", Assert.Throws<InsufficientDataException>(() => censored.Cox(new() { Covariates = ["x"] })).Message, StringComparison.Ordinal);
        var six = Six(Number("a", 1, 2, 3, 5, 4, 6));
        Assert.Throws<UserOpsException>(() => six.Cox(new() { Covariates = ["a"], Ties = Ties.Exact, Errors = CoxErrors.Robust }));
        Assert.Throws<UserOpsException>(() => six.Cox(new() { Covariates = ["a"], Cluster = "a" }));
        Assert.Throws<UserOpsException>(() => six.Cox(new() { Covariates = ["a"], Level = double.NaN }));
        Assert.Throws<UserOpsException>(() => six.Cox(new() { Covariates = [] }));
        Assert.Contains("no word 'z' to compare with. It has: x, y", Assert.Throws<MissingDataException>(
            () => Six(TextColumn.From("w", ["x", "y", "x", "x", "y", "x"])).Cox(new() { Covariates = [new("w") { Reference = "z" }] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spells_without_a_covariate_are_left_out_and_counted()
    {
        var data = SurvivalData.Of([1, 2, 3, 4, 5, 6, 7], [true, true, false, true, true, true, true], columns: new("t", [Number("x", 1, 2, 3, 2, double.NaN, 1, 3)]));
        var model = data.Cox(new() { Covariates = ["x"] });
        Assert.Equal((6, 5), (model.Count, model.EventCount));
        Assert.Contains("Left out: 1 of 7 spells", model.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_the_model_has_not_seen_is_refused()
    {
        var model = Spells.Generated().Cox(new() { Covariates = ["x", "g"] });
        var strange = new TypedTable("new", [Number("x", 1), TextColumn.From("g", ["9"])]);
        Assert.Contains("holds '9', which the model has not seen", Assert.Throws<UserOpsException>(() => model.Predict(strange)).Message, StringComparison.Ordinal);
    }

    private static SurvivalData Six(params Column[] columns) => SurvivalData.Of([1, 2, 3, 4, 5, 6], [true, true, true, true, false, true], columns: new("t", columns));

    private static NumberColumn Number(string name, params double[] values) => new(name, values);

    private static string Refusal(SurvivalData data, params string[] covariates) =>
        Assert.ThrowsAny<UserOpsException>(() => data.Cox(new() { Covariates = [.. covariates.Select(name => new Covariate(name))] })).Message;
}
