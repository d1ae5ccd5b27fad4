using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Time;

namespace UserOps.Benchmarks.Experiments;

/// <summary>An experiment of many users: when each was exposed to which arm, and about three events a user around it, sorted by user and time.</summary>
internal sealed record SimulatedExperiment(int Users, int[] Arm, long[] At, int[] EventUser, byte[] EventName, long[] EventAt)
{
    public const int Metrics = 20, WithinDays = 14, BeforeDays = 28;

    private static readonly DateTime Start = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string[] Names { get; } = [.. Enumerable.Range(0, Metrics).Select(i => $"event_{i:00}")];

    public static SimulatedExperiment Make(int users)
    {
        var random = new Random(1);
        var arm = new int[users];
        var at = new long[users];
        List<int> user = new(users * 3);
        List<byte> name = new(users * 3);
        List<long> when = new(users * 3);
        Span<long> moments = stackalloc long[12];
        for (int i = 0; i < users; i++)
        {
            arm[i] = random.Next(2);
            at[i] = Start.Ticks + random.Next(14 * 86_400) * TimeSpan.TicksPerSecond;
            int likes = random.Next(Metrics), count = random.Next(7);
            for (int e = 0; e < count; e++)
                moments[e] = at[i] + random.Next(-BeforeDays * 86_400, (WithinDays + arm[i]) * 86_400) * TimeSpan.TicksPerSecond;
            moments[..count].Sort();
            for (int e = 0; e < count; e++)
            {
                user.Add(i);
                name.Add((byte)(random.Next(2) == 0 ? likes : random.Next(Metrics)));
                when.Add(moments[e]);
            }
        }
        return new(users, arm, at, [.. user], [.. name], [.. when]);
    }

    public Dataset ToDataset()
    {
        string[] ids = [.. Enumerable.Range(0, Users).Select(i => $"u{i}")];
        int[] everyone = [.. Enumerable.Range(0, Users)];
        // The last event tells that the window of everyone has elapsed.
        long end = Start.AddDays(40).Ticks;
        var events = new TypedTable("events",
        [
            new TextColumn("user_id", [.. EventUser, Users - 1], ids), new TextColumn("event", [.. EventName.Select(code => (int)code), 0], Names), new TimeColumn("at", [.. EventAt, end]),
        ]);
        var exposures = new TypedTable("exposures", [new TextColumn("user_id", everyone, ids), new TextColumn("variant", Arm, ["control", "treatment"]), new TimeColumn("at", At)]);
        return Dataset.FromTables(
            new Dictionary<TableKind, TypedTable> { [TableKind.Events] = events, [TableKind.Exposures] = exposures }, Calendar.Utc, PersonalDataRule.Show);
    }
}
