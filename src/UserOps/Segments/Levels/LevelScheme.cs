namespace UserOps.Segments.Levels;

/// <summary>A division of users into levels: how it is told, and what each level is called.</summary>
/// <param name="Title">What the division is called.</param>
/// <param name="LevelOf">The level of a user.</param>
/// <param name="Levels">Name and rule of each level, in the order of the enumeration.</param>
internal sealed record LevelScheme<TLevel>(string Title, Func<UserStanding, TLevel> LevelOf, IReadOnlyList<LevelName> Levels) where TLevel : struct, Enum
{
    public required IReadOnlyList<string> KeyEvents { get; init; }

    public required int RecentDays { get; init; }

    /// <summary>The data must reach back further than this, or nobody could have been silent for so long.</summary>
    public required int LongestSilence { get; init; }

    public static int Index(TLevel level) => Convert.ToInt32(level, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a level is called and who is in it.</summary>
internal sealed record LevelName(string Name, string Rule);
