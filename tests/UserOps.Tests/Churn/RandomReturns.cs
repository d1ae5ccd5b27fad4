using UserOps.Data;

namespace UserOps.Tests.Churn;

/// <summary>Seeded users who come every day with a chance of their own, and stop for good on a day that comes sooner for those of one channel.</summary>
internal static class RandomReturns
{
    public const int Days = 150;

    public static Dataset Of(int users, int seed = 1, string fickle = "social")
    {
        var random = new Random(seed);
        List<EventRow> events = [];
        List<UserRow> rows = [];
        for (int user = 0; user < users; user++)
        {
            string channel = user % 2 == 0 ? fickle : "search";
            double visits = 0.1 + 0.4 * random.NextDouble();
            int signup = random.Next(Days - 10), stop = signup + (int)(-Math.Log(1 - random.NextDouble()) * (user % 2 == 0 ? 20 : 70));
            rows.Add(new($"u{user}", At(signup, 0), channel));
            for (int day = signup; day < Math.Min(Days, stop); day++)
                if (random.NextDouble() < visits)
                    events.Add(new($"u{user}", random.Next(4) == 0 ? "share" : "visit", At(day, random.NextDouble())));
        }
        // Somebody comes every hour, so that the data have no gaps.
        events.AddRange(Enumerable.Range(0, 24 * Days).Select(hour => new EventRow("always", "visit", At(0, hour / 24.0))));
        return Dataset.From(users: rows, events: events);
    }

    private static DateTime At(int day, double part) => Journeys.Monday.ToDateTime(default, DateTimeKind.Utc).AddDays(day + part);
}
