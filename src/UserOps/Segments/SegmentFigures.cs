namespace UserOps.Segments;

/// <summary>A group of customers: how many, what they bring.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Users">How many belong to it.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Revenue">Their revenue after refunds.</param>
/// <param name="MedianRecency">The median of the days since their last order; null for an empty group.</param>
public sealed record SegmentFigures(string Name, int Users, long Orders, double Revenue, double? MedianRecency)
{
    /// <summary>The part of all customers, a fraction.</summary>
    public required double ShareOfUsers { get; init; }

    /// <summary>The part of all revenue, a fraction; null where revenue in total is not positive.</summary>
    public required double? ShareOfRevenue { get; init; }

    /// <summary>Revenue per order 客单价; null without orders.</summary>
    public double? AverageOrderValue => Orders > 0 ? Revenue / Orders : null;

    /// <summary>Revenue per customer; null for an empty group.</summary>
    public double? RevenuePerUser => Users > 0 ? Revenue / Users : null;
}
