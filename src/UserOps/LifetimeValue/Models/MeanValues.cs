namespace UserOps.LifetimeValue.Models;

/// <summary>Repeat purchases and their mean value, of customers with any.</summary>
/// <param name="Frequency">Repeat purchases by customer, 1 or more.</param>
/// <param name="Mean">Mean value of them, more than 0.</param>
/// <param name="Weight">How often the customer counts.</param>
internal sealed record MeanValues(double[] Frequency, double[] Mean, double[] Weight)
{
    public int Count => Frequency.Length;

    /// <summary>Takes the repeat buyers out of the histories.</summary>
    /// <exception cref="InsufficientDataException">Values are not known, too few, not positive, or all equal.</exception>
    public static MeanValues Of(CustomerHistories histories)
    {
        const string remedy = "Summarise transactions with amounts.";
        if (histories.MonetaryValue is not { } values)
            throw new InsufficientDataException("histories without monetary values", "the mean value of the repeat purchases", remedy);
        int[] rows = [.. Enumerable.Range(0, histories.Count).Where(row => histories.Frequency[row] > 0)];
        int missing = rows.Count(row => !(values[row] > 0));
        if (missing > 0)
            throw new InsufficientDataException($"{missing} repeat buyers whose mean value is 0, negative or missing", "a positive mean value for each",
                "Leave out free orders and refunds, or these customers: histories.Where(h => !(h.MonetaryValue <= 0)).");
        if (rows.Length < ModelFitting.FewestCustomers)
            throw new InsufficientDataException($"{rows.Length} repeat buyers", $"{ModelFitting.FewestCustomers} for Gamma-Gamma", "Observe longer, or take more customers.");
        double[] means = [.. rows.Select(row => values[row])];
        if (means.Max() - means.Min() <= 1e-9 * means.Max())
            throw new InsufficientDataException($"the same mean value {means[0]} for all {rows.Length} repeat buyers", "values that differ", "With one price multiply expected purchases by it.");
        return new([.. rows.Select(row => (double)histories.Frequency[row])], means, [.. rows.Select(_ => 1.0)]);
    }
}
