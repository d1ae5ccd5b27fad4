using UserOps.Data;

namespace UserOps.Segments.Levels;

/// <summary>Puts every user into a level, and counts.</summary>
internal static class LevelCounts
{
    private const string NotYet = "(not yet known)";

    public static LevelResult<TLevel> At<TLevel>(Dataset data, DateOnly? day, LevelScheme<TLevel> scheme) where TLevel : struct, Enum
    {
        var at = day ?? LastDay(data);
        RequireReach(data, at, scheme);
        var standings = new UserStandings(data, at, scheme.KeyEvents, scheme.RecentDays);
        var levels = new TLevel?[data.Users.Count];
        var revenue = new double[scheme.Levels.Count];
        long[] orders = new long[scheme.Levels.Count];
        for (int user = 0; user < levels.Length; user++)
            if (standings[user] is { } standing)
            {
                levels[user] = scheme.LevelOf(standing);
                int level = LevelScheme<TLevel>.Index(levels[user]!.Value);
                revenue[level] += standings.Revenue(user);
                orders[level] += standing.Orders;
            }
        if (!Array.Exists(levels, level => level is not null))
            throw new InsufficientDataException($"no user known by {at:yyyy-MM-dd}", "at least one", $"The data cover {data.Period}; choose a day within them.");
        return new(data.Users, scheme, levels) { At = at, Orders = orders, Revenue = revenue, HasOrders = data.Has(TableKind.Orders) };
    }

    public static MigrationResult Between<TLevel>(Dataset data, DateOnly? day, int days, LevelScheme<TLevel> scheme) where TLevel : struct, Enum
    {
        var to = day ?? LastDay(data);
        var from = to.AddDays(days >= 1 ? -days : throw new UserOpsException($"The earlier date cannot lie {days} days back; 1 day or more is needed."));
        int notYet = scheme.Levels.Count;
        int[] before = [.. At(data, from, scheme).ByUser.Select(Index)], after = [.. At(data, to, scheme).ByUser.Select(Index)];
        return new()
        {
            Title = scheme.Title,
            From = from,
            To = to,
            FromStates = [.. scheme.Levels.Select(level => level.Name), NotYet],
            ToStates = [.. scheme.Levels.Select(level => level.Name)],
            Counts = MigrationCounts.Of(before, after, notYet + 1, notYet, pair => pair.To == notYet),
            Rule = string.Join("; ", scheme.Levels.Select(level => $"{level.Name}: {level.Rule}")),
        };

        int Index(TLevel? level) => level is { } known ? LevelScheme<TLevel>.Index(known) : notYet;
    }

    private static DateOnly LastDay(Dataset data) => data.Observed.End.AddDays(-1);

    private static void RequireReach<TLevel>(Dataset data, DateOnly at, LevelScheme<TLevel> scheme) where TLevel : struct, Enum
    {
        int reach = at.DayNumber - data.Period.Start.DayNumber;
        if (reach <= scheme.LongestSilence)
            throw new InsufficientDataException(
                $"{reach} days of data before {at:yyyy-MM-dd}", $"more than {scheme.LongestSilence}, or nobody could have been silent so long,",
                "Set fewer ChurnedDays, ask about a later day, or export a longer time.");
    }
}
