namespace UserOps.Samples;

/// <summary>A device or app that people come with.</summary>
/// <param name="Name">The identifier in the export.</param>
/// <param name="Share">Its share of the users.</param>
/// <param name="PayFactor">What it multiplies the step from checkout to payment with.</param>
/// <param name="DropoutCoefficient">What it adds to the logarithm of the dropout hazard.</param>
internal sealed record Platform(string Name, double Share, double PayFactor, double DropoutCoefficient);

/// <summary>What people are like apart from how they came.</summary>
internal static class Profiles
{
    public const int Android = 1, South = 2, FirstBirthYear = 1965, LastBirthYear = 2006, EveningBornFrom = 1997;

    public static readonly Platform[] Platforms =
    [
        new("ios", 0.35, 1.05, 0), new("android", 0.45, 1.00, 0), new("mini_program", 0.20, 0.90, 0.20),
    ];

    public static readonly double[] PlatformShares = [.. Platforms.Select(platform => platform.Share)];

    /// <summary>North, east, south, west, and those who do not say.</summary>
    public static readonly double[] RegionShares = [0.20, 0.35, 0.24, 0.18, 0.03];

    /// <summary>Women, men, and those who do not say.</summary>
    public static readonly double[] GenderShares = [0.56, 0.39, 0.05];

    /// <summary>How many messages a week the company plans for a user, drawn at sign-up and independent of all else, and how often each plan is drawn.</summary>
    public static readonly double[] ContactsPerWeek = [0.5, 1, 2, 4], ContactShares = [0.40, 0.30, 0.20, 0.10];
}
