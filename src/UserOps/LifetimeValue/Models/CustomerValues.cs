using System.Globalization;
using UserOps.Data.Privacy;
using UserOps.Display;

namespace UserOps.LifetimeValue.Models;

/// <summary>What one customer is worth from now on.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ProbabilityAlive">The probability that the customer will still buy.</param>
/// <param name="Purchases">The expected purchases in the horizon.</param>
/// <param name="ValueOfPurchase">The expected value of each.</param>
/// <param name="Value">The expected discounted value of all.</param>
/// <param name="ValueInterval">The interval of that expectation: how far the parameters may be off.</param>
/// <param name="Predicted">Where the undiscounted value that the customer really brings will lie.</param>
public sealed record CustomerValue(string Id, double ProbabilityAlive, double Purchases, double ValueOfPurchase, double Value, Interval ValueInterval, Interval Predicted);

/// <summary>What each customer is worth from now on, the most valuable first, with two intervals: of the expectation, and of what the customer will bring.</summary>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie and K. L. Lee (2005), "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42. The interval of the expectation
/// is the percentile interval over fits to resampled customers; the predictive one comes from simulated futures under such fits.
/// </remarks>
public sealed record CustomerValues : AnalysisResult
{
    internal CustomerValues() { }

    /// <summary>The name of the model of purchases.</summary>
    public required string ModelName { get; init; }

    /// <summary>How far ahead, and how much less later purchases are worth.</summary>
    public required Discounting Discounting { get; init; }

    /// <summary>How many customers the model was fitted to.</summary>
    public required int FittedCustomers { get; init; }

    /// <summary>The unit of the horizon.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The customers, the most valuable first.</summary>
    public required IReadOnlyList<CustomerValue> Customers { get; init; }

    /// <summary>The expected discounted value of all customers together.</summary>
    public required double Total { get; init; }

    /// <summary>The interval of that expectation.</summary>
    public required Interval TotalInterval { get; init; }

    /// <summary>Where the undiscounted value that all customers together really bring will lie.</summary>
    public required Interval TotalPredicted { get; init; }

    /// <summary>The value of a customer.</summary>
    /// <exception cref="UserOpsException">There is no such customer.</exception>
    public CustomerValue this[string id] => Customers.FirstOrDefault(one => one.Id == id)
        ?? throw new UserOpsException($"There is no customer '{id}' among the values of {Customers.Count} customers.");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        string.Create(CultureInfo.InvariantCulture, $"Customer value over the next {Discounting.Horizon:0.##} {Unit.Plural()}"),
        [
            new("Customer", Format.Text), new("P(alive)", Format.Percent()), new("Purchases", Format.Number(2)), new("Value of a purchase", Format.Money()),
            new("Value", Format.Money()), new("Lower", Format.Money()), new("Upper", Format.Money()), new("Predicted from", Format.Money()), new("Predicted to", Format.Money()),
        ],
        Customers.Select(one => new object?[]
        {
            Masking.MaskText(one.Id), one.ProbabilityAlive, one.Purchases, one.ValueOfPurchase, one.Value, one.ValueInterval.Lower, one.ValueInterval.Upper, one.Predicted.Lower, one.Predicted.Upper,
        }),
        string.Create(CultureInfo.InvariantCulture,
            $"n = {Customers.Count:N0} customers · {ModelName} and Gamma-Gamma · all together {Total:N0} [{TotalInterval.Lower:N0}, {TotalInterval.Upper:N0}], predicted undiscounted [{TotalPredicted.Lower:N0}, {TotalPredicted.Upper:N0}] · {Discounting.Periods} periods, discount {Discounting.Rate * 100:0.##} % a period · 95 % intervals"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => PurchaseForecast.NotesOf(FittedCustomers);
}
