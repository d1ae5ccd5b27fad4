using System.Globalization;
using UserOps.Data.Privacy;
using UserOps.Display;

namespace UserOps.LifetimeValue.Models;

/// <summary>What is expected of one customer.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ProbabilityAlive">The probability that the customer will still buy.</param>
/// <param name="Expected">The expected purchases in the horizon.</param>
/// <param name="ExpectedInterval">The interval of that expectation: how far the parameters may be off.</param>
/// <param name="Predicted">Where the purchases themselves will lie, in whole purchases.</param>
public sealed record CustomerForecast(string Id, double ProbabilityAlive, double Expected, Interval ExpectedInterval, Interval Predicted);

/// <summary>The purchases expected of each customer, with two intervals: of the expectation, and of what the customer will do.</summary>
/// <remarks>
/// The interval of the expectation is the percentile interval over fits to resampled customers. The predictive interval adds what chance does to a customer whose parameters
/// are known; purchases are whole, so it holds at least its level and mostly more.
/// </remarks>
public sealed record PurchaseForecast : AnalysisResult
{
    internal PurchaseForecast() { }

    /// <summary>The name of the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>The time ahead.</summary>
    public required double Horizon { get; init; }

    /// <summary>How many customers the model was fitted to.</summary>
    public required int FittedCustomers { get; init; }

    /// <summary>The unit of the horizon.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The customers in the order of the histories.</summary>
    public required IReadOnlyList<CustomerForecast> Customers { get; init; }

    /// <summary>The purchases expected of all customers together.</summary>
    public required double Total { get; init; }

    /// <summary>The interval of that expectation.</summary>
    public required Interval TotalInterval { get; init; }

    /// <summary>The forecast of a customer.</summary>
    /// <exception cref="UserOpsException">There is no such customer.</exception>
    public CustomerForecast this[string id] => Customers.FirstOrDefault(one => one.Id == id)
        ?? throw new UserOpsException($"There is no customer '{id}' in this forecast of {Customers.Count} customers.");

    /// <inheritdoc/>
    public override Table ToTable() => new(
        string.Create(CultureInfo.InvariantCulture, $"Purchases in the next {Horizon:0.##} {Unit.Plural()}"),
        [
            new("Customer", Format.Text), new("P(alive)", Format.Percent()), new("Expected", Format.Number(2)), new("Lower", Format.Number(2)),
            new("Upper", Format.Number(2)), new("Predicted from", Format.Count), new("Predicted to", Format.Count),
        ],
        Customers.OrderByDescending(one => one.Expected).Select(one => new object?[]
        {
            Masking.MaskText(one.Id), one.ProbabilityAlive, one.Expected, one.ExpectedInterval.Lower, one.ExpectedInterval.Upper, one.Predicted.Lower, one.Predicted.Upper,
        }),
        string.Create(CultureInfo.InvariantCulture,
            $"n = {Customers.Count:N0} customers · {ModelName} · all together {Total:N1} [{TotalInterval.Lower:N1}, {TotalInterval.Upper:N1}] · {TotalInterval.Level * 100:0} % intervals: of the expectation by bootstrap, and predictive"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => NotesOf(FittedCustomers);

    /// <summary>What simulations say of the intervals: see docs/methods/purchase-models.md.</summary>
    internal static IReadOnlyList<string> NotesOf(int customers) => customers >= 1000 ? [] :
    [
        $"Fitted to {customers} customers: with fewer than about 1,000 an interval of the expectation that says 95 % holds it in about 92 % of cases. Predicted ranges of single customers are not affected.",
    ];
}
