using UserOps.Time;

namespace UserOps.LifetimeValue;

/// <summary>What becomes of money that was given back.</summary>
public enum RefundRule
{
    /// <summary>It lowers the value of its purchase; purchases of a day that were given back in full are no purchase.</summary>
    Subtract,
    /// <summary>It is ignored: purchases count with what was first paid.</summary>
    Ignore,
}

/// <summary>How purchases are summed up to one history a customer.</summary>
public sealed record CustomerHistoryDefinition
{
    /// <summary>The unit of recency and age; opportunities are no unit of transactions.</summary>
    public TimeUnit Unit { get; init; } = TimeUnit.Week;

    /// <summary>The last local day whose purchases are known to the models; the last whole day of the data when absent.</summary>
    public DateOnly? CalibrationEnd { get; init; }

    /// <summary>The last local day whose purchases are held out to judge the models by; the last whole day of the data when absent.</summary>
    public DateOnly? HoldOutEnd { get; init; }

    /// <summary>The days in which the first purchase of a customer must lie; any day when absent. Where the data begin in the middle of a business,
    /// leave out their first weeks: old customers look new in them.</summary>
    public Period? FirstPurchase { get; init; }

    /// <summary>What becomes of refunds.</summary>
    public RefundRule Refunds { get; init; }
}
