namespace UserOps.Samples;

/// <summary>A channel that brings users, and how good they are.</summary>
/// <param name="Name">The identifier in the export.</param>
/// <param name="Share">Its share of the users nobody invited.</param>
/// <param name="VisitRate">The mean of the users' visits a day while they are active.</param>
/// <param name="DropoutCoefficient">What it adds to the logarithm of the dropout hazard.</param>
/// <param name="CartFactor">What it multiplies the step from a product to the cart with.</param>
/// <param name="CostPerUserCents">What one user costs in media, in cents.</param>
internal sealed record Channel(string Name, double Share, double VisitRate, double DropoutCoefficient, double CartFactor, int CostPerUserCents);

internal static class Channels
{
    public const int Social = 3, Referral = 4;

    /// <summary>What one invited user costs in rewards to the inviter, in cents.</summary>
    public const int ReferralRewardCents = 1_000;

    public static readonly Channel[] All =
    [
        new("organic", 0.30, 0.150, 0.00, 1.00, 0),
        new("search", 0.25, 0.150, 0.15, 1.15, 1_800),
        new("kol", 0.15, 0.165, -0.20, 1.20, 3_000),
        new("social", 0.30, 0.120, 0.60, 0.65, 900),
        new("referral", 0.00, 0.180, -0.40, 1.25, 0),
    ];

    public static readonly double[] Shares = [.. All.Select(channel => channel.Share)];
}
