using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>What a campaign added, by one method.</summary>
public sealed record IncrementalEffect
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>What must be true for the number to be the effect of the campaign, in one sentence.</summary>
    public required string Assumption { get; init; }

    /// <summary>The effect as a fraction of what would have been without the campaign: 0.3 is 30 % more; null where that would have been 0 or less, of which nothing is a fraction.</summary>
    public required double? Lift { get; init; }

    /// <summary>The interval of the lift; null where the data give none.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>The chance of an effect at least as far from 0 without a campaign; null where the data give none.</summary>
    public double? PValue { get; init; }

    /// <summary>How interval and p-value were found.</summary>
    public string Inference { get; init; } = "";

    /// <summary>Why the number should not be used; null where nothing speaks against it.</summary>
    public string? Doubt { get; init; }

    /// <summary>The lift as a figure under the method's name.</summary>
    public Figure Figure => new(Method, Lift, Format.Percent(), "lift over what would have been") { Interval = Interval };
}
