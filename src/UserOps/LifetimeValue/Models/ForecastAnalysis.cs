using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>Forecasts customers; those with the same history share the work.</summary>
internal static class ForecastAnalysis
{
    // A distribution needs fewer parameter draws than the ends of an interval.
    private const int EveryDraw = 10;

    public static PurchaseForecast Run(PurchaseModelFit fit, CustomerHistories histories, double horizon)
    {
        CheckUnit(fit, histories);
        var patterns = PurchasePatterns.Of(histories);
        var draws = fit.Draws;
        var forecasts = new PatternForecast[patterns.Count];
        Parallel.For(0, patterns.Count, i => forecasts[i] = PatternForecast.Of(fit.Model, draws, patterns.Customer(i), horizon));
        double[] totals = new double[draws.Count];
        for (int i = 0; i < patterns.Count; i++)
            for (int draw = 0; draw < totals.Length; draw++)
                totals[draw] += patterns.Weight[i] * forecasts[i].Draws[draw];
        return new()
        {
            ModelName = fit.ModelName,
            Horizon = horizon,
            FittedCustomers = fit.Customers,
            Unit = fit.Unit,
            Customers = [.. histories.Ids.Select((id, row) => forecasts[patterns.PatternOf[row]].For(id))],
            Total = forecasts.Select((one, i) => patterns.Weight[i] * one.Expected).Sum(),
            TotalInterval = Percentile(totals),
        };
    }

    public static void CheckUnit(PurchaseModelFit fit, CustomerHistories histories)
    {
        if (histories.Unit != fit.Unit)
            throw new UserOpsException($"The model was fitted in {fit.Unit.Plural()}, the histories are in {histories.Unit.Plural()}; both must have the same unit.");
    }

    public static Interval Percentile(IEnumerable<double> draws) => Bootstrap.Percentile(draws, PurchaseModelFit.Level)!.Value;

    /// <summary>The distribution of a count, averaged over draws of the parameters.</summary>
    public static double[] Mixture(IReadOnlyList<PurchaseModel> draws, CustomerHistory customer, double horizon)
    {
        double[][] parts = [.. draws.Where((_, i) => i % EveryDraw == 0).Select(model => model.PurchaseProbabilities(customer, horizon))];
        double[] mixture = new double[parts.Max(part => part.Length)];
        foreach (double[] part in parts)
            for (int k = 0; k < part.Length; k++)
                mixture[k] += part[k] / parts.Length;
        return mixture;
    }

    /// <summary>The smallest count that is reached with at least the probability.</summary>
    public static int Quantile(double[] probabilities, double share)
    {
        double sum = 0;
        for (int k = 0; k < probabilities.Length; k++)
            if ((sum += probabilities[k]) >= share - 1e-12)
                return k;
        return probabilities.Length - 1;
    }

    private sealed record PatternForecast(double Alive, double Expected, Interval Interval, Interval Predicted, double[] Draws)
    {
        private const double Tail = (1 - PurchaseModelFit.Level) / 2;

        public static PatternForecast Of(PurchaseModel model, IReadOnlyList<PurchaseModel> draws, CustomerHistory customer, double horizon)
        {
            double[] expected = [.. draws.Select(draw => draw.ExpectedPurchases(customer, horizon))];
            double[] counts = Mixture(draws, customer, horizon);
            return new(model.ProbabilityAlive(customer), model.ExpectedPurchases(customer, horizon), Percentile(expected),
                new(Quantile(counts, Tail), Quantile(counts, 1 - Tail), PurchaseModelFit.Level), expected);
        }

        public CustomerForecast For(string id) => new(id, Alive, Expected, Interval, Predicted);
    }
}
