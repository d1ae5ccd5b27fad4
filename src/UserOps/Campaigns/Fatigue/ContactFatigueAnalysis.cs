using UserOps.Data;
using UserOps.Features;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>How messages wear users out.</summary>
public static class ContactFatigueAnalysis
{
    private const int Least = 100;
    private static readonly (string Name, int From, int To)[] Gaps = [("same day", 0, 0), ("1 day", 1, 1), ("2 days", 2, 2), ("3 days", 3, 3), ("4 to 6 days", 4, 6), ("7 to 13 days", 7, 13), ("14 days or more", 14, int.MaxValue), ("first message", -1, -1)];

    /// <summary>How messages are taken by how many came in the seven days before, by the days since the last, and at night; and the number in seven days from which on one more costs more than it brings.</summary>
    /// <remarks>
    /// The assumption most often broken: who gets many messages differs from who gets few only by that. Where keen users are written to more often, fatigue looks smaller than it is;
    /// the shop of the samples plans messages by lot.
    /// </remarks>
    /// <exception cref="MissingDataException">The export has no touches, or no outcomes.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than 100 messages with an outcome.</exception>
    public static ContactFatigueResult ContactFatigue(this Dataset data, ContactFatigueDefinition? definition = null)
    {
        definition ??= new();
        definition.Check();
        var messages = Message.All(data);
        if (messages.Count < Least)
            throw new InsufficientDataException($"{messages.Count} messages with an outcome", $"at least {Least} are", "Export more of them.");
        bool IsNight(Message one) => definition.NightFrom > definition.NightTo ? one.Hour >= definition.NightFrom || one.Hour < definition.NightTo : one.Hour >= definition.NightFrom && one.Hour < definition.NightTo;
        double[][] covariates = [.. messages.Select(one => (double[])[one.Before, IsNight(one) ? 1 : 0])];
        // Without messages at night, or only at night, there is no night to compare.
        if (covariates.All(row => row[1] == covariates[0][1]))
            covariates = [.. covariates.Select(row => (double[])[row[0]])];
        LogLinearTrend? Trend(Func<Message, bool> isHit) => LogLinearTrend.Fit(covariates, [.. messages.Select(one => isHit(one) ? 1.0 : 0)], [.. messages.Select(one => one.User)]);
        return new()
        {
            Definition = definition,
            Calendar = data.Calendar,
            Messages = messages.Count,
            Users = messages.Select(one => one.User).Distinct().Count(),
            ByFrequency = Rates(messages, definition, Enumerable.Range(0, definition.Most + 1).Select(n => (n == definition.Most ? $"{n} or more" : $"{n}", (Func<Message, bool>)(one => Math.Min(one.Before, definition.Most) == n)))),
            ByGap = Rates(messages, definition, Gaps.Select(gap => (gap.Name, (Func<Message, bool>)(one => one.DaysSince >= gap.From && one.DaysSince <= gap.To)))),
            ByHour = Rates(messages, definition, Enumerable.Range(0, 8).Select(block => ($"{3 * block:00}:00 to {3 * block + 3:00}:00", (Func<Message, bool>)(one => one.Hour / 3 == block)))),
            OpenTrend = Trend(one => one.Opened),
            RefuseTrend = Trend(one => one.Refused),
            Cap = FrequencyCap.Of(messages, definition),
            Recent = RecentMessages(data),
        };
    }

    private static ContactRates[] Rates(List<Message> messages, ContactFatigueDefinition definition, IEnumerable<(string Name, Func<Message, bool> IsIn)> kinds) =>
        [.. kinds.Select(kind => (kind.Name, Chosen: messages.Where(kind.IsIn).ToArray())).Where(kind => kind.Chosen.Length > 0).Select(kind => ContactRates.Of(kind.Name, kind.Chosen, definition))];

    /// <summary>Users with messages in the last seven days of the touches, most first.</summary>
    private static FeatureTable RecentMessages(Dataset data)
    {
        var rows = KnownRows.Of(data, TableKind.Touches, "at", long.MaxValue);
        long[] ticks = rows.Table.Get<TimeColumn>("at").Ticks;
        int last = data.Calendar.DayOf(ticks.Max());
        (int User, int Count, int Since)[] users =
        [
            .. Enumerable.Range(0, data.Users.Count).Select(user => (User: user, Days: DaysOf(rows[user], ticks, data))).Where(one => one.Days.Length > 0 && last - one.Days[^1] < Message.WindowDays)
                .Select(one => (one.User, one.Days.Count(day => last - day < Message.WindowDays), last - one.Days[^1])).OrderByDescending(one => one.Item2).ThenBy(one => one.Item3).ThenBy(one => data.Users[one.User], StringComparer.Ordinal),
        ];
        var columns = new FeatureColumns(users.Length);
        double[] counts = columns.Number("messages_7d", "messages in the last seven days"), since = columns.Number("days_since_last", "days since the last message");
        for (int row = 0; row < users.Length; row++)
            (counts[row], since[row]) = (users[row].Count, users[row].Since);
        return new([.. users.Select(one => data.Users[one.User])], columns.Features, columns.Table) { PersonalData = data.PersonalData };
    }

    private static int[] DaysOf(ReadOnlySpan<int> rows, long[] ticks, Dataset data)
    {
        int[] days = new int[rows.Length];
        for (int i = 0; i < days.Length; i++)
            days[i] = data.Calendar.DayOf(ticks[rows[i]]);
        return days;
    }
}
