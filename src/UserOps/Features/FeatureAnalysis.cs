using UserOps.Data;

namespace UserOps.Features;

/// <summary>Describes each user by what was known at a moment.</summary>
public static class FeatureAnalysis
{
    private const int UsualCounts = 20, LongestGap = 7;

    /// <summary>Behaviour features of every user seen before the cut-off, rows in order of their ids: recency, frequency, money, tenure, trend, breadth, habits.</summary>
    /// <remarks>
    /// Equal, bit for bit, to the features of an export that ends at the cut-off. What is overwritten without a date is therefore not used: the status of an
    /// order, a refund amount without <c>refunded_at</c>, and columns of the users table other than <see cref="FeatureDefinition.FixedAtSignup"/>; outcomes
    /// of touches count from three days after the touch. Spends are before refunds. Columns appear where the export has what they need.
    /// </remarks>
    /// <exception cref="UserOpsException">The export has neither events nor orders, a name is unknown, or the cut-off lies outside the data.</exception>
    /// <exception cref="InsufficientDataException">No user was seen before the cut-off.</exception>
    public static FeatureTable Features(this Dataset data, FeatureDefinition? definition = null)
    {
        definition = Complete(data, definition ?? new());
        long cutOff = data.Calendar.StartOf(definition.CutOff!.Value.DayNumber);
        var known = new KnownHistory(data, cutOff, definition);
        definition = definition with { CountedEvents = definition.CountedEvents ?? Frequent(known) };
        int[] users = Eligible(known, definition);
        var columns = new FeatureColumns(users.Length);
        ActivityFeatures.Add(columns, known, users, definition.CountedEvents);
        OrderFeatures.Add(columns, known, users);
        TouchFeatures.Add(columns, known, users);
        ProfileFeatures.Add(columns, known, users, definition.FixedAtSignup);
        return new([.. users.Select(user => data.Users[user])], columns.Features, columns.Table)
        {
            CutOff = new(cutOff, DateTimeKind.Utc),
            Definition = definition,
            PersonalData = data.PersonalData,
        };
    }

    private static FeatureDefinition Complete(Dataset data, FeatureDefinition definition)
    {
        if (definition.ActiveWithinDays is { } days && days < 1)
            throw new UserOpsException($"Users active in the last {days} days were asked for; 1 day or more is needed.");
        foreach (string name in definition.CountedEvents ?? [])
            data.Activity.KnownCode(name);
        var cut = definition.CutOff ?? data.Observed.End;
        if (cut <= data.Period.Start || cut.DayNumber > data.Period.End.DayNumber + LongestGap)
            throw new UserOpsException(
                $"A cut-off on {cut:yyyy-MM-dd} was asked for; the data cover {data.Period}. Choose a day after their first and at most {LongestGap} days after their last: "
                + "features hold what happened before the day begins.");
        return definition with { CutOff = cut };
    }

    /// <summary>The most frequent events before the cut-off, by name.</summary>
    private static string[] Frequent(KnownHistory known)
    {
        var activity = known.Activity;
        long[] counts = new long[activity.EventNames.Count];
        for (int user = 0; user < activity.Users.Count; user++)
            foreach (var e in activity[user])
                counts[e.Code]++;
        return [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code]).ThenBy(code => activity.EventNames[code], StringComparer.Ordinal).Take(UsualCounts)
            .Select(code => activity.EventNames[code]).Order(StringComparer.Ordinal)];
    }

    private static int[] Eligible(KnownHistory known, FeatureDefinition definition)
    {
        long activeSince = definition.ActiveWithinDays is { } days ? known.CutOff - days * TimeSpan.TicksPerDay : long.MinValue;
        var contracts = definition.UnderContract ? Contracts.Needed(known.Data, known.CutOff) : null;
        int[] users = [.. Enumerable.Range(0, known.Activity.Users.Count)
            .Where(user => known.FirstSeen(user) != TimeColumn.Missing && (definition.ActiveWithinDays is null || known.Activity[user].LastTicks >= activeSince)
                && (contracts is null || contracts[user] >= 0))];
        if (users.Length == 0)
            throw new InsufficientDataException(
                $"no user {Who(definition)}{definition.CutOff:yyyy-MM-dd}", "at least one", "Choose another cut-off or a longer window.");
        string[] ids = [.. users.Select(user => known.Data.Users[user])];
        Array.Sort(ids, users, StringComparer.Ordinal);
        return users;
    }

    private static string Who(FeatureDefinition definition) =>
        definition.UnderContract ? "under contract at " : definition.ActiveWithinDays is { } window ? $"active in the {window} days before " : "seen before ";
}
