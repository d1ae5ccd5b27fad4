namespace UserOps.Data;

/// <summary>The property by which an answer is broken down into groups.</summary>
/// <param name="Property">The column's name.</param>
public abstract record Breakdown(string Property)
{
    /// <summary>A property of the user, such as <c>channel</c>.</summary>
    /// <param name="Property">A column of the users table.</param>
    public sealed record OfUser(string Property) : Breakdown(Property);

    /// <summary>A property of the event that the question starts from, such as <c>platform</c>.</summary>
    /// <param name="Property">A column of the events table.</param>
    public sealed record OfEvent(string Property) : Breakdown(Property);
}
