using UserOps.Data;
using UserOps.LifetimeValue.Formulas;
using UserOps.Time;

namespace UserOps.Tests.LifetimeValue.Formulas;

public class FormulaTests
{
    private static readonly FormulaDefinition Weekly = new() { Grain = Grain.Week, Periods = 4, Margin = 0.5 };

    // Whole weeks: days 0–6, 7–13, 14–20. a is active in all three, b in weeks 1 and 2, c in 1 and 3, d in 3; day 23 belongs to a week that is cut.
    private static readonly Dataset Shop = Dataset.From(
        events: Journeys.Visits(("a", [0, 3, 8, 15, 23]), ("b", [1, 9]), ("c", [2, 16]), ("d", [20])),
        orders: [new("a", Journeys.Noon(3), 70, Refund: 10), new("b", Journeys.Noon(9), 20), new("a", Journeys.Noon(23), 900)]);

    [Fact]
    public void Inputs_are_counted_over_whole_periods()
    {
        var result = Shop.FormulaValues(Weekly);
        Assert.Equal(new(Journeys.Monday, Journeys.Monday.AddDays(21)), result.Period);
        // Active: 3 + 2 + 3 user-weeks; 60 + 20 of net revenue; of 5 user-weeks before the last, a stays twice and b once.
        Assert.Equal(80 / 8.0, result.Arpu.Value!.Value, 1e-12);
        Assert.Equal(3 / 5.0, result.Retention.Value!.Value, 1e-12);
        Assert.Equal(10 * 4 * 0.6, result.ForPeriods.Value!.Value, 1e-12);
        Assert.Equal(10 * 0.5 / 0.4, result.Perpetual.Value!.Value, 1e-12);
        Assert.Equal(4, result.Arpu.N);
    }

    [Fact]
    public void Intervals_are_those_of_ratios_over_users()
    {
        var result = Shop.FormulaValues(Weekly);
        // ARPU: revenue 60, 20, 0, 0 less 10 × active weeks 3, 2, 2, 1, over 8.
        double[] influence = [(60 - 30) / 8.0, (20 - 20) / 8.0, (0 - 20) / 8.0, (0 - 10) / 8.0];
        double half = 1.959963984540054 * Math.Sqrt(influence.Sum(value => value * value) * 4 / 3);
        Assert.Equal(10 - half, result.Arpu.Interval!.Value.Lower, 1e-9);
        // Retention: kept 2, 1, 0, 0 less 0.6 × weeks before the last 2, 2, 1, 0, over 5.
        double[] kept = [(2 - 1.2) / 5, (1 - 1.2) / 5, -0.6 / 5, 0];
        double error = Math.Sqrt(influence.Zip(kept, (one, other) => 4 * (0.6 * one + 10 * other)).Sum(value => value * value) * 4 / 3);
        Assert.Equal(24 + 1.959963984540054 * error, result.ForPeriods.Interval!.Value.Upper, 1e-9);
    }

    [Fact]
    public void Formulas_of_given_numbers_are_exact_and_refuse_what_cannot_be()
    {
        Assert.Equal(30 * 12 * 0.4, LifetimeFormula.ForPeriods(30, 12, 0.4), 1e-12);
        Assert.Equal(30 * 0.5 / 0.2, LifetimeFormula.Perpetual(30, 0.5, 0.2), 1e-12);
        Assert.Equal(30 * (0.8 + 0.64 + 0.512), LifetimeFormula.Ahead(30, 0.8, 3), 1e-12);
        Assert.Contains("churn", Assert.Throws<UserOpsException>(() => LifetimeFormula.Perpetual(30, 0.5, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<UserOpsException>(() => LifetimeFormula.Perpetual(30, 1.5, 0.2));
        Assert.Throws<UserOpsException>(() => LifetimeFormula.Perpetual(double.NaN, 0.5, 0.2));
        Assert.Throws<UserOpsException>(() => LifetimeFormula.ForPeriods(30, 12, 1.1));
        Assert.Throws<UserOpsException>(() => LifetimeFormula.ForPeriods(30, 0, 0.5));
    }

    [Fact]
    public void Without_churn_the_perpetual_value_is_blank()
    {
        var loyal = Dataset.From(events: Journeys.Visits(("a", [0, 8, 15, 20]), ("b", [1, 9, 16, 20])), orders: [new("a", Journeys.Noon(3), 70)]);
        Assert.Null(loyal.FormulaValues(Weekly).Perpetual.Value);
        Assert.Equal(1, loyal.FormulaValues(Weekly).Retention.Value);
    }

    [Fact]
    public void Too_little_and_impossible_questions_are_refused()
    {
        Assert.Contains("whole months", Assert.Throws<InsufficientDataException>(() => Shop.FormulaValues()).Message, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => Dataset.From(orders: [new("a", Journeys.Noon(3), 70), new("a", Journeys.Noon(22), 70)]).FormulaValues(Weekly));
        Assert.Throws<UserOpsException>(() => Shop.FormulaValues(Weekly with { Margin = 0 }));
        Assert.Throws<UserOpsException>(() => Shop.FormulaValues(Weekly with { Periods = 0 }));
        Assert.Throws<UserOpsException>(() => Shop.FormulaValues(Weekly with { Level = 1 }));
    }
}
