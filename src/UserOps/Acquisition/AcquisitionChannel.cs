using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Acquisition;

/// <summary>A share of users with its interval.</summary>
/// <param name="Users">Users who count: those watched long enough.</param>
/// <param name="Hits">How many of them did it.</param>
/// <param name="Interval">The Wilson interval; null without users.</param>
public sealed record Share(long Users, long Hits, Interval? Interval)
{
    /// <summary>The share, a fraction; null without users.</summary>
    public double? Rate => Users == 0 ? null : (double)Hits / Users;

    internal static Share Of(long users, long hits, double level) => new(users, hits, users == 0 ? null : Wilson.Interval(hits, users, level));
}

/// <summary>The new users of a channel: how many, at what cost, and how good they are.</summary>
/// <param name="Name">The channel; <c>(none)</c> for users without one.</param>
/// <param name="NewUsers">How many users were new, by step.</param>
/// <param name="Cost">What the channel's campaigns cost in the period; null where the export does not say.</param>
/// <param name="Activation">Who reached the activation goal in time.</param>
/// <param name="DaySeven">Who was active on the 7th calendar day after the first.</param>
/// <param name="Revenue">Net revenue by user in the first days; null where the export has no orders.</param>
public sealed record AcquisitionChannel(
    string Name, IReadOnlyList<int> NewUsers, double? Cost, Share Activation, Share DaySeven, MeanSums? Revenue)
{
    /// <summary>New users of all steps.</summary>
    public int Users => NewUsers.Sum();

    /// <summary>Cost per new user (CAC); null without a cost or users.</summary>
    public double? CostPerUser => Users == 0 ? null : Cost / Users;
}
