using UserOps.LifetimeValue.Models;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>Expected purchases × expected value of a purchase, from the histories up to the cut-off.</summary>
internal static class ProbabilityPredictions
{
    /// <param name="book">The customers.</param>
    /// <param name="fitTo">The model of buying.</param>
    public static double[] Of(CustomerBook book, Func<CustomerHistories, PurchaseModelFit> fitTo)
    {
        var histories = book.Histories.Histories;
        var fit = fitTo(histories);
        var values = GammaGamma.Fit(book.Histories.Valued);
        if (double.IsInfinity(values.Model.PopulationMean))
            throw new InsufficientDataException($"q = {values.Model.Q:0.###}, with which the mean value over customers is infinite", "q above 1", "Cut the few largest amounts, or take more repeat buyers.");
        double horizon = book.Days.Horizon / histories.Unit.Days();
        return [.. histories.Select(customer => fit.ExpectedPurchases(customer, horizon) * values.ExpectedValue(Valued(customer)))];
    }

    /// <summary>Repeat purchases that were free or given back tell nothing of what a purchase is worth.</summary>
    private static CustomerHistory Valued(CustomerHistory customer) =>
        customer.MonetaryValue <= 0 ? customer with { Frequency = 0, Recency = 0, MonetaryValue = double.NaN } : customer;
}
