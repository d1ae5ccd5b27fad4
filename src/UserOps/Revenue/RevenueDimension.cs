namespace UserOps.Revenue;

/// <summary>The dimension over which revenue is split.</summary>
/// <param name="Property">The column's canonical name.</param>
public abstract record RevenueDimension(string Property)
{
    /// <summary>A property of the buyer, such as <c>channel</c>; the rate is revenue per order.</summary>
    /// <param name="Property">A column of the users table.</param>
    public sealed record OfUser(string Property) : RevenueDimension(Property);

    /// <summary>A property of the order line, such as <c>category</c>; the rate is revenue per line.</summary>
    /// <param name="Property">A column of the orders table.</param>
    public sealed record OfLine(string Property) : RevenueDimension(Property);
}
