namespace UserOps.Benchmarks.Data;

/// <summary>One simulated event; names are indexes into <see cref="SimulatedEvents.Names"/> and its neighbours.</summary>
internal readonly record struct SimulatedEvent(int User, int Name, long Seconds, int Channel, int Platform, int Content);

/// <summary>Events of 90 days in time order: users join over the first two months, most fade, a core stays, and a shopping path is walked step by step.</summary>
internal static class SimulatedEvents
{
    public const int Users = 500_000;
    private const int Days = 90;

    public static readonly string[] Names = ["visit", "view", "cart", "checkout", "pay", "search", "share", "read"];
    public static readonly string[] Channels = ["wechat", "search", "douyin", "referral", "store"];
    public static readonly string[] Platforms = ["ios", "android", "mini", "web"];
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The same events for the same count, on every machine.</summary>
    public static IEnumerable<SimulatedEvent> Make(long count)
    {
        var random = new Random(20240101);
        byte[] progress = new byte[Users];
        const double seconds = Days * 86_400.0;
        for (long i = 0; i < count; i++)
        {
            double elapsed = (i + random.NextDouble()) / count;
            int user = PickUser(random, (int)(Users * Math.Min(1, 0.2 + 1.2 * elapsed)));
            int name = PickName(random, ref progress[user]);
            yield return new(user, name, (long)(elapsed * seconds), user % Channels.Length, user / 7 % Platforms.Length, random.Next(2000));
        }
    }

    /// <summary>Half of the events come from those who joined last, half from a core among the first.</summary>
    private static int PickUser(Random random, int joined)
    {
        double share = random.NextDouble();
        return random.Next(2) == 0 ? joined - 1 - (int)(joined * share * share * share * share) : (int)(joined * share * share);
    }

    /// <summary>The next step of the path in 45 of 100 cases, something beside it in the others; every fourth of those begins the path anew.</summary>
    private static int PickName(Random random, ref byte progress)
    {
        int draw = random.Next(100);
        if (draw < 45)
        {
            int step = progress;
            progress = (byte)((progress + 1) % 5);
            return step;
        }
        if (draw >= 86)
            progress = 0;
        return draw >= 86 ? 0 : 5 + draw % 3;
    }
}
