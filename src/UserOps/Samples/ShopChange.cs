namespace UserOps.Samples;

/// <summary>A change of a simulated shop: users finish more or fewer of the checkouts that they begin. Up to that day all happens as it would without it.</summary>
/// <param name="From">The first day of the change.</param>
/// <param name="PayFactor">What it multiplies the step from checkout to payment with, 0 to 1.4.</param>
/// <param name="Channel">The channel whose users it meets, such as <c>search</c>; all users when null.</param>
public sealed record ShopChange(DateOnly From, double PayFactor, string? Channel = null)
{
    /// <summary>The factor for a user of a channel on a day.</summary>
    internal double FactorOf(string channel, DateOnly day) => day >= From && (Channel is null || Channel == channel) ? PayFactor : 1;
}
