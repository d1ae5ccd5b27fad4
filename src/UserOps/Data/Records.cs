namespace UserOps.Data;

/// <summary>A user in memory.</summary>
/// <param name="UserId">The id.</param>
/// <param name="SignupAt">Sign-up, UTC.</param>
/// <param name="Channel">The channel that brought the user.</param>
/// <param name="ReferrerId">The user who invited this one.</param>
public sealed record UserRow(string UserId, DateTime? SignupAt = null, string? Channel = null, string? ReferrerId = null);

/// <summary>An event in memory.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Event">What the user did.</param>
/// <param name="At">When, UTC.</param>
public sealed record EventRow(string UserId, string Event, DateTime At)
{
    /// <summary>Further properties, by name.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}

/// <summary>An order, or a line of one, in memory.</summary>
/// <param name="UserId">The buyer.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Amount">The amount; negative for a refund.</param>
/// <param name="OrderId">Rows with the same id are lines of one order.</param>
/// <param name="Refund">What was given back, zero or more.</param>
public sealed record OrderRow(string UserId, DateTime At, double Amount, string? OrderId = null, double Refund = 0);
