using UserOps.Data;
using UserOps.Time;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>When the life of a user began and for how many whole days (of 24 hours) it was watched.</summary>
internal readonly record struct UserLife(int User, long Start, int Watched);

/// <summary>Net revenue on one day of a user's life.</summary>
/// <param name="Age">The day of life, 0 is the first.</param>
/// <param name="Net">What the orders of that day brought after refunds.</param>
internal readonly record struct DayValue(int Age, double Net);

/// <summary>The lives that begin in a period, and what they bring day by day.</summary>
internal static class UserLives
{
    /// <param name="data">The export.</param>
    /// <param name="start">When a life begins.</param>
    /// <param name="period">The days in which lives begin.</param>
    /// <param name="end">The moment, in UTC ticks, up to which lives are watched.</param>
    public static UserLife[] Of(Dataset data, LifeStart start, Period period, long end)
    {
        (long from, long to) = data.Ticks(period);
        List<UserLife> lives = [];
        for (int user = 0; user < data.Users.Count; user++)
            if (StartOf(data, user, start) is var begins && begins >= from && begins < Math.Min(to, end))
                lives.Add(new(user, begins, (int)((end - begins) / TimeSpan.TicksPerDay)));
        return [.. lives];
    }

    /// <summary>The days on which the user brought something, in order of age; orders before the life begins or after the watched days are left out.</summary>
    public static void Values(Dataset data, UserLife life, List<DayValue> values)
    {
        values.Clear();
        foreach (var order in data.Orders[life.User])
        {
            if (order.Ticks < life.Start)
                continue;
            int age = (int)((order.Ticks - life.Start) / TimeSpan.TicksPerDay);
            if (age >= life.Watched)
                break;
            values.Add(new(age, order.Net));
        }
    }

    private static long StartOf(Dataset data, int user, LifeStart start)
    {
        if (start == LifeStart.FirstSeen)
            return data.FirstSeen.Ticks[user];
        foreach (var order in data.Orders[user])
            if (order.IsPurchase())
                return order.Ticks;
        return TimeColumn.Missing;
    }
}
