using UserOps.Samples;

namespace UserOps.LifetimeValue.Models;

/// <summary>Values customers: purchases from the model of buying, the value of each from Gamma-Gamma.</summary>
internal sealed class ValueAnalysis(PurchaseModelFit fit, GammaGammaFit values, Discounting discounting)
{
    private const int Futures = 2000, Seed = 1, CustomersInPart = 256;

    /// <summary>Values of some customers, and what these add to the draws of the total.</summary>
    private sealed record Part(CustomerValue[] Customers, double[] Expected, double[] Futures);

    public static CustomerValues Run(PurchaseModelFit fit, GammaGammaFit values, CustomerHistories histories, Discounting discounting)
    {
        ForecastAnalysis.CheckUnit(fit, histories);
        if (double.IsInfinity(values.Model.PopulationMean))
            throw new InsufficientDataException($"q = {values.Model.Q:0.###}, with which the mean value over customers is infinite", "q above 1", "Cut the few largest amounts, or take more repeat buyers.");
        return new ValueAnalysis(fit, values, discounting).Run(histories);
    }

    private CustomerValues Run(CustomerHistories histories)
    {
        _ = (fit.Draws, values.Draws);
        // Customers of one history beside each other share its work; sums in this order, so that threads do not change the last digits.
        var patterns = PurchasePatterns.Of(histories);
        Part[] parts = [.. Enumerable.Range(0, histories.Count).OrderBy(row => patterns.PatternOf[row]).Chunk(CustomersInPart).AsParallel().AsOrdered().Select(rows => Value(histories, rows))];
        double[] expected = Add(parts.Select(part => part.Expected)), futures = Add(parts.Select(part => part.Futures));
        CustomerValue[] customers = [.. parts.SelectMany(part => part.Customers).OrderByDescending(one => one.Value).ThenBy(one => one.Id, StringComparer.Ordinal)];
        return new()
        {
            ModelName = fit.ModelName,
            Discounting = discounting,
            FittedCustomers = fit.Customers,
            Unit = fit.Unit,
            Customers = customers,
            Total = customers.Sum(one => one.Value),
            TotalInterval = ForecastAnalysis.Percentile(expected.Where(double.IsFinite)),
            TotalPredicted = ForecastAnalysis.Percentile(futures),
        };
    }

    private Part Value(CustomerHistories histories, int[] rows)
    {
        var customers = new CustomerValue[rows.Length];
        double[] expected = new double[Resampling.Count], futures = new double[Futures];
        Dictionary<(int, double, double), Purchases> known = [];
        foreach (var (i, row) in rows.Index())
        {
            var customer = histories[row];
            var key = (customer.Frequency, customer.Recency, customer.Age);
            if (!known.TryGetValue(key, out var purchases))
                known.Add(key, purchases = Purchases.Of(fit, customer, discounting));
            double[] worth = [.. purchases.Draws.Zip(values.Draws, (count, model) => count * model.ExpectedValue(customer))];
            double[] future = Simulate(customer, purchases.Counts, row);
            Add(expected, worth);
            Add(futures, future);
            double each = values.ExpectedValue(customer);
            customers[i] = new(customer.Id, purchases.Alive, purchases.Expected, each, purchases.Discounted * each, ForecastAnalysis.Percentile(worth.Where(double.IsFinite)),
                ForecastAnalysis.Percentile(future));
        }
        return new(customers, expected, futures);
    }

    /// <summary>What the customer brings in simulated futures: a number of purchases, a mean value of the customer, and the purchases around it.</summary>
    private double[] Simulate(CustomerHistory customer, double[] counts, int row)
    {
        var chance = Chance.For(Seed, Purpose.Resample, row, 1);
        double[] futures = new double[Futures];
        for (int i = 0; i < Futures; i++)
        {
            int purchases = ForecastAnalysis.Quantile(counts, chance.Unit());
            if (purchases == 0)
                continue;
            var model = values.Draws[i % values.Draws.Count];
            double known = customer.Frequency == 0 ? 0 : customer.Frequency * customer.MonetaryValue, shape = model.Q + model.P * customer.Frequency;
            double rate = chance.Gamma(shape, shape / (model.V + known));
            futures[i] = chance.Gamma(model.P * purchases, model.P * purchases / rate);
        }
        return futures;
    }

    private static double[] Add(IEnumerable<double[]> parts)
    {
        double[] total = [];
        foreach (double[] part in parts)
        {
            total = total.Length == 0 ? new double[part.Length] : total;
            Add(total, part);
        }
        return total;
    }

    private static void Add(double[] total, double[] part)
    {
        for (int i = 0; i < total.Length; i++)
            total[i] += part[i];
    }

    /// <summary>What customers of one history will buy.</summary>
    private sealed record Purchases(double Alive, double Expected, double Discounted, double[] Draws, double[] Counts)
    {
        public static Purchases Of(PurchaseModelFit fit, CustomerHistory customer, Discounting discounting) => new(
            fit.ProbabilityAlive(customer), fit.ExpectedPurchases(customer, discounting.Horizon), fit.Model.DiscountedPurchases(customer, discounting),
            [.. fit.Draws.Select(model => model.DiscountedPurchases(customer, discounting))], ForecastAnalysis.Mixture(fit.Draws, customer, discounting.Horizon));
    }
}
