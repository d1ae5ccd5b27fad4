using UserOps.Budget;

namespace UserOps.Tests.Budget;

public class BudgetRefusalTests
{
    private static readonly BudgetChannel[] Two =
        [new("tv", 100, new(500, new Saturation.MichaelisMenten(80))), new("search", 60, new(300, new Saturation.Hill(50, 2)))];

    private static string Refusal(BudgetDefinition definition, params BudgetChannel[] channels) =>
        Assert.Throws<UserOpsException>(() => (channels.Length > 0 ? channels : Two).Allocate(definition)).Message;

    [Fact]
    public void A_budget_below_the_lower_bounds_is_refused_with_both_numbers()
    {
        string message = Refusal(new() { Total = 100 });
        Assert.Contains("100", message, StringComparison.Ordinal);
        Assert.Contains("112", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_spend_or_a_budget_that_is_none_is_refused(double amount)
    {
        Assert.Contains("zero or more", Refusal(new() { Total = amount }), StringComparison.Ordinal);
        Assert.Contains("'tv'", Refusal(new(), Two[0] with { Current = amount }, Two[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_names_steps_and_draws_that_do_not_fit_are_refused()
    {
        Assert.Contains("bounds from 5 to 4", Refusal(new() { Bounds = new Dictionary<string, SpendBounds> { ["tv"] = new(5, 4) } }), StringComparison.Ordinal);
        Assert.Contains("No channel is named 'radio'", Refusal(new() { Bounds = new Dictionary<string, SpendBounds> { ["radio"] = new(0, 4) } }), StringComparison.Ordinal);
        Assert.Contains("same name", Refusal(new(), Two[0], Two[0]), StringComparison.Ordinal);
        Assert.Contains("draws", Refusal(new(), Two[0] with { Draws = [Two[0].Curve] }, Two[1]), StringComparison.Ordinal);
        Assert.Contains("step", Refusal(new() { Step = 0 }), StringComparison.Ordinal);
        Assert.Contains("at least one", Assert.Throws<UserOpsException>(() => Array.Empty<BudgetChannel>().Allocate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_of_exactly_the_lower_bounds_is_spent_on_them()
    {
        var plan = Two.Allocate(new() { Total = 0.7 * 160 });
        Assert.Equal([70.0, 42], plan.Lines.Select(line => line.Planned), new Near());
    }

    [Fact]
    public void Money_that_no_bound_lets_in_stays_unspent_and_the_reader_is_told()
    {
        var plan = Two.Allocate(new() { Total = 1000 });
        Assert.Equal([150.0, 90], plan.Lines.Select(line => line.Planned));
        Assert.Contains(plan.Notes, note => note.StartsWith("760 stay unspent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_beyond_reach_says_so()
    {
        var scenarios = Two.Scenarios(targets: [1e6, 3]);
        Assert.Null(scenarios.Scenarios[^2].Plan);
        Assert.Contains(scenarios.Notes, note => note.Contains("no budget within the bounds", StringComparison.Ordinal));
        var reached = scenarios.Scenarios[^1].Plan!;
        Assert.Equal(3, reached.Response / reached.Spend, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-80)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_curve_that_is_none_cannot_be_made(double wrong)
    {
        Assert.Contains("above 0", Assert.Throws<UserOpsException>(() => new Saturation.Hill(wrong, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("above 0", Assert.Throws<UserOpsException>(() => new Saturation.Hill(80, wrong)).Message, StringComparison.Ordinal);
        Assert.Contains("above 0", Assert.Throws<UserOpsException>(() => new Saturation.MichaelisMenten(wrong)).Message, StringComparison.Ordinal);
        Assert.Contains("carries over", Assert.Throws<UserOpsException>(() => new ResponseCurve(1, new Saturation.None()) { CarryOver = wrong }).Message, StringComparison.Ordinal);
        if (wrong != 0)
            Assert.Contains("brings at most", Assert.Throws<UserOpsException>(() => new ResponseCurve(wrong, new Saturation.None())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_without_a_curve_and_a_level_in_per_cent_are_refused()
    {
        Assert.Contains("'tv' has no curve", Refusal(new(), Two[0] with { Curve = null! }, Two[1]), StringComparison.Ordinal);
        Assert.Contains("level of 95", Refusal(new() { Level = 95 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Ad_stock_that_is_none_is_refused()
    {
        Assert.Throws<UserOpsException>(() => new Adstock.Geometric(1.5));
        Assert.Throws<UserOpsException>(() => new Adstock.Geometric(0.5).Weights(0));
        Assert.Throws<UserOpsException>(() => new Adstock.Geometric(0.5).Apply([1, -1]));
        Assert.Throws<UserOpsException>(() => new Adstock.WeibullCdf(1, 0.5).Apply([double.NaN]));
        Assert.Empty(new Adstock.WeibullCdf(1, 0.5).Apply([]));
    }
}
