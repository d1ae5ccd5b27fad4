namespace UserOps.Revenue;

/// <summary>Revenue of one day, week or month.</summary>
/// <param name="Start">Its first local day.</param>
/// <param name="Days">How many of its days lie in the period.</param>
/// <param name="IsWhole">Whether all of them do.</param>
public sealed record RevenueStep(DateOnly Start, int Days, bool IsWhole)
{
    /// <summary>The amounts of all orders before refunds.</summary>
    public double Gmv { get; init; }

    /// <summary>Net revenue of users' first orders in the data.</summary>
    public double FirstOrderRevenue { get; init; }

    /// <summary>All other net revenue, refunds on rows of their own taken off.</summary>
    public double RepeatRevenue { get; init; }

    /// <summary>Orders of more than 0.</summary>
    public long Orders { get; init; }

    /// <summary>Distinct users with an order.</summary>
    public long Buyers { get; init; }

    /// <summary>Those of them whose first order it was.</summary>
    public long NewBuyers { get; init; }

    /// <summary>Revenue after refunds.</summary>
    public double Net => FirstOrderRevenue + RepeatRevenue;

    /// <summary>Net revenue per order (AOV); null without orders.</summary>
    public double? PerOrder => Orders == 0 ? null : Net / Orders;

    /// <summary>Net revenue per buyer (ARPPU); null without buyers.</summary>
    public double? PerBuyer => Buyers == 0 ? null : Net / Buyers;
}
