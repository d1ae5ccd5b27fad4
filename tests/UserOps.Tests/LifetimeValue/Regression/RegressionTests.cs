using UserOps.Data;
using UserOps.Display;
using UserOps.Learning;
using UserOps.LifetimeValue.Regression;

namespace UserOps.Tests.LifetimeValue.Regression;

public class RegressionTests
{
    private static readonly RegressionDefinition Thirty = new() { HorizonDays = 30, Learner = Learner.Linear };

    /// <summary>300 users over 150 days, u000 to u099 buy every ten days for 20 each, the others only visit, the last hundred stopped at day 60.</summary>
    private static Dataset Shop(int first = 0) => Dataset.From(
        events: [.. from i in Enumerable.Range(0, 300) from day in Enumerable.Range(0, 150) where (day + i) % 5 == 0 && (i < 200 || day < 60) select new EventRow($"u{i:000}", "visit", Journeys.Noon(day))],
        orders: [.. from i in Enumerable.Range(0, 100) from day in Enumerable.Range(first, 150 - first) where (day + i) % 10 == 0 select new OrderRow($"u{i:000}", Journeys.Noon(day), 15 + i % 11)]);

    [Fact]
    public void Buyers_are_told_from_others_and_the_total_is_met()
    {
        var result = Shop().PredictValues(Thirty);
        Assert.Equal((new(2024, 4, 30), 2), (result.Period.Start, result.TrainingCutOffs.Count - 1));
        Assert.InRange(result.Errors.TotalError!.Value, -0.05, 0.05);
        Assert.True(result.Errors.RankCorrelation > 0.75);
        Assert.Equal(300, result.Users.Count);
        Assert.All(result.Users.Numbers("expected_value").Take(90), value => Assert.InRange(value, 30, 120));
        Assert.All(result.Users.Numbers("buy_chance").Skip(110), chance => Assert.InRange(chance, 0, 0.2));
    }

    [Fact]
    public void The_judged_model_knows_nothing_of_the_hold_out()
    {
        var whole = Shop();
        var late = Dataset.From(
            events: [.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Range(0, 150).Where(day => (day + i) % 5 == 0 && (i < 200 || day < 60)).Select(day => new EventRow($"u{i:000}", "visit", Journeys.Noon(day))))],
            orders: [.. from i in Enumerable.Range(0, 100) from day in Enumerable.Range(0, 150) where (day + i) % 10 == 0 select new OrderRow($"u{i:000}", Journeys.Noon(day), day >= 120 ? 1 : 15 + i % 11)]);
        Assert.Equal(whole.PredictValues(Thirty).Errors.PredictedTotal, late.PredictValues(Thirty).Errors.PredictedTotal);
    }

    [Fact]
    public void Too_few_buyers_or_days_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => Shop().PredictValues(Thirty with { HorizonDays = 120 }));
        Assert.Throws<InsufficientDataException>(() => Shop(first: 140).PredictValues(Thirty));
        Assert.Throws<UserOpsException>(() => Shop().PredictValues(Thirty with { TrainingCutOffs = 0 }));
        Assert.Throws<MissingDataException>(() => Journeys.Of(("a", [0, 1])).PredictValues(Thirty));
        // Everybody who has bought buys again: one class only.
        Assert.Throws<InsufficientDataException>(() => Shop().PredictValues(Thirty with { BuyersOnly = true }));
    }

    [Fact]
    public void It_renders_in_every_way()
    {
        var result = Shop().PredictValues(Thirty);
        Assert.NotNull(result.Render()[MimeBundle.Html]);
        Assert.NotNull(result.ToChart().ToSvg());
        Assert.DoesNotContain("u000", result.ToString(), StringComparison.Ordinal);
    }
}
