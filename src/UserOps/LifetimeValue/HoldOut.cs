namespace UserOps.LifetimeValue;

/// <summary>What the customers did after the end of calibration.</summary>
/// <param name="Length">How long they were watched, in the unit of the histories; more than 0.</param>
/// <param name="Purchases">Purchases x* by customer, in the order of the histories.</param>
/// <param name="Value">The value of these purchases together, by customer; 0 without any.</param>
public sealed record HoldOut(double Length, IReadOnlyList<int> Purchases, IReadOnlyList<double> Value)
{
    /// <summary>All purchases together.</summary>
    public long TotalPurchases => Purchases.Sum(count => (long)count);

    /// <summary>All value together.</summary>
    public double TotalValue => Value.Sum();
}
