using UserOps.LifetimeValue;
using UserOps.LifetimeValue.Models;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue.Models;

/// <summary>How often 95 % intervals hold the truth in seeded simulations: of parameters, of expectations of customers, and of what customers then did.</summary>
public class CoverageTests(ITestOutputHelper output)
{
    private static readonly BgNbd Rare = new(0.243, 4.414, 0.793, 2.426), Frequent = new(2, 4, 1.5, 6);
    private static readonly ParetoNbd RarePareto = new(0.553, 10.58, 0.606, 11.66);
    private static readonly GammaGamma Money = new(6.25, 3.74, 15.44);

    [SlowFact]
    public void Intervals_of_BG_NBD_with_500_rare_buyers() => Cover(Rare, 500, BgNbd.Fit, 150);

    [SlowFact]
    public void Intervals_of_BG_NBD_with_2000_rare_buyers() => Cover(Rare, 2000, BgNbd.Fit, 150);

    [SlowFact]
    public void Intervals_of_BG_NBD_with_500_frequent_buyers() => Cover(Frequent, 500, BgNbd.Fit, 150);

    [SlowFact]
    public void Intervals_of_Pareto_NBD_with_1000_rare_buyers() => Cover(RarePareto, 1000, ParetoNbd.Fit, 100);

    private void Cover<T>(T truth, int customers, Func<CustomerHistories, PurchaseModelFit<T>> fit, int runs) where T : PurchaseModel
    {
        Dictionary<string, (double Held, double Count)> table = [];
        int boundary = 0;
        for (int run = 0; run < runs; run++)
        {
            var buyers = SimulatedBuyers.Make(truth, customers, 39, 39, run, Money);
            var histories = SimulatedBuyers.Histories(buyers);
            var fitted = fit(histories);
            boundary += fitted.IsOnBoundary ? 1 : 0;
            foreach (var (value, parameter) in truth.Values.Zip(fitted.Parameters))
                Count($"parameter {parameter.Name} (profile)", parameter.Interval.Contains(value));
            var some = buyers[..100];
            var known = SimulatedBuyers.Histories(some);
            Forecasts(truth, some, fitted.Forecast(known, 39));
            Values(truth, some, fitted.Values(GammaGamma.Fit(histories), known, new(3, 13, 0)));
        }
        output.WriteLine($"{typeof(T).Name} {string.Join(", ", truth.Values)}, n = {customers}, {runs} runs, {boundary} on the boundary");
        foreach (var (name, (held, count)) in table)
            output.WriteLine(FormattableString.Invariant($"{name}: {held / count:0.000} of {count:0}"));
        // Chance of 150 runs, and a known lack with few customers (docs/methods/purchase-models.md); predictions of whole purchases hold more than their level.
        Assert.All(table, row => Assert.True(row.Value.Held / row.Value.Count > (row.Key.StartsWith("predicted", StringComparison.Ordinal) && row.Value.Count > runs ? 0.94 : 0.87), row.Key));

        void Forecasts(T model, SimulatedBuyer[] buyers, PurchaseForecast forecast)
        {
            foreach (var (i, one) in forecast.Customers.Index())
            {
                var history = buyers[i].History;
                string group = history.Frequency == 0 ? "no repeat" : history.Frequency <= 2 ? "1–2 repeats" : "3+ repeats";
                Count($"expectation of customers, {group}", one.ExpectedInterval.Contains(model.ExpectedPurchases(history, 39)));
                Count($"predicted purchases, {group}", one.Predicted.Contains(buyers[i].Later));
            }
            Count("expectation of 100 customers together", forecast.TotalInterval.Contains(buyers.Sum(one => model.ExpectedPurchases(one.History, 39))));
        }

        void Values(T model, SimulatedBuyer[] buyers, CustomerValues values)
        {
            var byId = buyers.ToDictionary(one => one.History.Id);
            foreach (var one in values.Customers)
            {
                var history = byId[one.Id].History;
                Count("expected value of customers", one.ValueInterval.Contains(model.ExpectedPurchases(history, 39) * Money.ExpectedValue(history)));
                Count("predicted value of customers", one.Predicted.Contains(byId[one.Id].LaterValue));
            }
            Count("predicted value of 100 customers together", values.TotalPredicted.Contains(buyers.Sum(one => one.LaterValue)));
        }

        void Count(string name, bool held)
        {
            var (before, count) = table.GetValueOrDefault(name);
            table[name] = (before + (held ? 1 : 0), count + 1);
        }
    }
}
