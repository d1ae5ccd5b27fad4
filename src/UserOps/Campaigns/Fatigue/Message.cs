using UserOps.Data;
using UserOps.Features;

namespace UserOps.Campaigns;

/// <summary>One message, how many came shortly before it, and how it was taken.</summary>
/// <param name="User">The user's number.</param>
/// <param name="Before">Messages on the same local day and the six days before it.</param>
/// <param name="DaysSince">Local days since the message before; −1 for the first.</param>
/// <param name="Hour">The local hour.</param>
/// <param name="Opened">Opened or clicked.</param>
/// <param name="Clicked">Clicked.</param>
/// <param name="Refused">Unsubscribed or complained.</param>
internal readonly record struct Message(int User, int Before, int DaysSince, int Hour, bool Opened, bool Clicked, bool Refused)
{
    public const int WindowDays = 7;

    /// <summary>The messages of an export, by user and time. A message without an outcome counts among those before others, but has no answer of its own and is left out.</summary>
    /// <exception cref="MissingDataException">The export has no touches, or no outcomes.</exception>
    public static List<Message> All(Dataset data)
    {
        var rows = KnownRows.Of(data, TableKind.Touches, "at", long.MaxValue);
        if (!rows.Table.TryGet<TextColumn>("outcome", out var outcomes))
            throw new MissingDataException("The table of touches has no column 'outcome' (sent, opened, clicked, unsubscribed): how messages were taken is not known.");
        (bool[] opened, bool[] clicked, bool[] refused) = (TouchOutcomes.Among(outcomes, TouchOutcomes.Opened), TouchOutcomes.Among(outcomes, TouchOutcomes.Clicked), TouchOutcomes.Among(outcomes, TouchOutcomes.Refused));
        long[] ticks = rows.Table.Get<TimeColumn>("at").Ticks;
        List<Message> messages = [];
        for (int user = 0; user < data.Users.Count; user++)
        {
            var own = rows[user];
            for (int i = 0, oldest = 0; i < own.Length; i++)
            {
                int day = data.Calendar.DayOf(ticks[own[i]]), code = outcomes.Codes[own[i]];
                while (day - data.Calendar.DayOf(ticks[own[oldest]]) >= WindowDays)
                    oldest++;
                int since = i == 0 ? -1 : day - data.Calendar.DayOf(ticks[own[i - 1]]);
                if (code >= 0)
                    messages.Add(new(user, i - oldest, since, data.Calendar.HourOf(ticks[own[i]]), opened[code], clicked[code], refused[code]));
            }
        }
        return messages;
    }
}
