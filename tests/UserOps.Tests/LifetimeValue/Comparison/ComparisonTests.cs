using UserOps.Data;
using UserOps.Display;
using UserOps.Learning;
using UserOps.LifetimeValue.Comparison;
using UserOps.Tests.Samples;

namespace UserOps.Tests.LifetimeValue.Comparison;

public class ComparisonTests
{
    // 90 known days, 30 held out; the last order of z sets the end on day 120.
    private static readonly ComparisonDefinition Thirty = new() { HorizonDays = 30, CutOff = Journeys.Monday.AddDays(90) };

    private static ComparisonResult Compare(params OrderRow[] orders) => Dataset.From(orders: [.. orders, new("z", Journeys.Noon(120), 1)]).CompareLifetimeValues(Thirty);

    [Fact]
    public void The_formulas_give_every_buyer_of_the_last_thirty_days_the_same()
    {
        // Steps of 30 days before day 90: a buys in all three, b in the first, c in the second and third.
        var result = Compare(
            new("a", Journeys.Noon(0), 10), new("a", Journeys.Noon(35), 10), new("a", Journeys.Noon(80), 10), new("b", Journeys.Noon(6), 40),
            new("c", Journeys.Noon(40), 20), new("c", Journeys.Noon(70), 30), new("a", Journeys.Noon(95), 7), new("c", Journeys.Noon(119), 5));
        // ARPU 120 / 6; of 4 customer-steps before the last, a stays twice and c once.
        double arpu = 20, retention = 3 / 4.0;
        Assert.Equal([arpu * 1 * retention, 0, arpu * 1 * retention], result.Methods[0].Predicted.Select(value => Math.Round(value, 9)));
        Assert.Equal([arpu * retention, 0, arpu * retention], result.Methods[1].Predicted.Select(value => Math.Round(value, 9)));
        Assert.Equal([7, 0, 5], result.Actual);
        Assert.Equal((3, 12), (result.Customers, result.Methods[0].Errors!.ActualTotal));
    }

    [Fact]
    public void The_cohort_curve_gives_what_older_customers_brought_at_the_same_age()
    {
        // 40 old customers: 10 on day 0, 5 at the age of 45 days. 40 young ones begin on day 50: aged 39.5 at the cut-off, they have that purchase ahead.
        var result = Compare(
        [
            .. Enumerable.Range(0, 40).SelectMany(i => new OrderRow[] { new($"old{i:00}", Journeys.Noon(0), 10), new($"old{i:00}", Journeys.Noon(45), 5) }),
            .. Enumerable.Range(0, 40).Select(i => new OrderRow($"young{i:00}", Journeys.Noon(50), 10)),
        ]);
        var cohort = result.Methods[2];
        Assert.Equal(40 * 5, cohort.Predicted.Sum(), 1e-9);
        Assert.Equal([0, 5], cohort.Predicted.Select(value => Math.Round(value, 9)).Distinct().Order());
    }

    [Fact]
    public void A_method_that_the_data_do_not_allow_is_named_with_the_reason()
    {
        var result = Compare(new("a", Journeys.Noon(5), 10), new("a", Journeys.Noon(35), 10), new("b", Journeys.Noon(6), 40), new("b", Journeys.Noon(100), 40));
        var trees = result.Methods.Single(method => method.Name.Contains("boosted", StringComparison.Ordinal));
        Assert.Null(trees.Errors);
        Assert.Contains("needed", trees.Missing, StringComparison.Ordinal);
        Assert.Contains(result.Notes, note => note.StartsWith(trees.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_happens_after_the_cut_off_changes_no_prediction()
    {
        OrderRow[] known = [.. from i in Enumerable.Range(0, 160) from day in new[] { i % 30, 30 + i % 25, 60 + i % 30 } where (i + day) % 3 != 0 select new OrderRow($"u{i:000}", Journeys.Noon(day), 5 + i % 7)];
        OrderRow[] one = [.. Enumerable.Range(0, 50).Select(i => new OrderRow($"u{i:000}", Journeys.Noon(100), 10))], other = [.. Enumerable.Range(50, 100).Select(i => new OrderRow($"u{i:000}", Journeys.Noon(95), 900))];
        var (first, second) = (Compare([.. known, .. one]), Compare([.. known, .. other]));
        Assert.True(first.Methods.Count(method => method.Errors is not null) >= 6);
        Assert.All(first.Methods.Zip(second.Methods), pair => Assert.Equal(pair.First.Predicted, pair.Second.Predicted));
    }

    [Fact]
    public void The_sample_is_compared_the_same_way_twice_and_renders()
    {
        var shop = Dataset.Open(SampleFolder.Of("shop").FilePath(""), new OpenOptions { UseCache = false }, cancellation: TestContext.Current.CancellationToken);
        var result = shop.CompareLifetimeValues(new() { Learner = Learner.FastTree });
        Assert.All(result.Methods, method => Assert.NotNull(method.Errors));
        Assert.Equal(result.ToString(), shop.CompareLifetimeValues(new() { Learner = Learner.FastTree }).ToString());
        AnalysisResult[] all = [result, .. result.Parts];
        Assert.Equal([true, false, true], all.Select(one => one.ToChart()?.ToSvg() is not null));
        Assert.All(all, one => Assert.NotNull(one.Render()[MimeBundle.Html]));
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        var shop = Dataset.From(orders: [new("a", Journeys.Noon(0), 1), new("a", Journeys.Noon(40), 1)]);
        Assert.Throws<UserOpsException>(() => shop.CompareLifetimeValues(new() { HorizonDays = 0 }));
        Assert.Throws<UserOpsException>(() => shop.CompareLifetimeValues(new() { Level = double.NaN }));
        Assert.Throws<InsufficientDataException>(() => shop.CompareLifetimeValues(new() { HorizonDays = 90 }));
        Assert.Throws<InsufficientDataException>(() => shop.CompareLifetimeValues(new() { HorizonDays = 10, CutOff = Journeys.Monday.AddDays(35) }));
        Assert.Contains("1 customer", Assert.Throws<InsufficientDataException>(() => shop.CompareLifetimeValues(new() { HorizonDays = 10 })).Message, StringComparison.Ordinal);
    }
}
