using UserOps.Data;
using UserOps.Time;

namespace UserOps.Activity;

/// <summary>What users do at all: the first look at an event log.</summary>
public static class EventCountsAnalysis
{
    /// <summary>How often each event happened in a period, and how many users did it.</summary>
    /// <param name="data">The export; where it has only orders, they are the events.</param>
    /// <param name="period">The days to count in; all days of the data when absent.</param>
    /// <exception cref="MissingDataException">The export has neither events nor orders.</exception>
    public static EventCountsResult EventCounts(this Dataset data, Period? period = null)
    {
        var days = period ?? data.Period;
        (long from, long to) = data.Ticks(days);
        var events = data.Activity.Between(from, to);
        long[] times = new long[events.EventNames.Count];
        int[] users = new int[times.Length], lastUser = new int[times.Length];
        int active = 0;
        Array.Fill(lastUser, -1);
        for (int user = 0; user < events.Users.Count; user++)
        {
            foreach (var e in events[user])
            {
                times[e.Code]++;
                if (lastUser[e.Code] == user)
                    continue;
                lastUser[e.Code] = user;
                users[e.Code]++;
            }
            active += events[user].IsEmpty ? 0 : 1;
        }
        return new()
        {
            Period = days,
            Calendar = data.Calendar,
            Users = active,
            Events = [.. events.EventNames.Select((name, code) => new EventCount(name, times[code], users[code])).Where(count => count.Times > 0).OrderByDescending(count => count.Users)],
        };
    }
}
