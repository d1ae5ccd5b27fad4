using UserOps.LifetimeValue.Models;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>Expected purchases × expected value of a purchase, from the histories up to the cut-off.</summary>
internal static class ProbabilityPredictions
{
    public static double[] Of(CustomerBook book)
    {
        var histories = book.Histories.Histories;
        var fit = BgNbd.Fit(histories);
        var values = GammaGamma.Fit(histories.Where(customer => !(customer.MonetaryValue <= 0)));
        double horizon = book.Days.Horizon / histories.Unit.Days();
        return [.. histories.Select(customer => fit.ExpectedPurchases(customer, horizon) * values.ExpectedValue(Valued(customer)))];
    }

    /// <summary>Repeat purchases that were free or given back tell nothing of what a purchase is worth.</summary>
    private static CustomerHistory Valued(CustomerHistory customer) =>
        customer.MonetaryValue <= 0 ? customer with { Frequency = 0, Recency = 0, MonetaryValue = double.NaN } : customer;
}
