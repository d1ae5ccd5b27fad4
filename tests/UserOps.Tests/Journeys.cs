using CsCheck;
using UserOps.Data;

namespace UserOps.Tests;

/// <summary>Small hand-made and random exports: who was active on which day.</summary>
internal static class Journeys
{
    public static readonly DateOnly Monday = new(2024, 1, 1);

    public static DateTime Noon(int day) => Monday.AddDays(day).ToDateTime(new(12, 0), DateTimeKind.Utc);

    /// <summary>One event named <c>visit</c> at noon of each listed day, counted from 2024-01-01.</summary>
    public static Dataset Of(params (string User, int[] Days)[] journeys) => Dataset.From(events: Visits(journeys));

    public static IEnumerable<EventRow> Visits(params (string User, int[] Days)[] journeys) =>
        journeys.SelectMany(journey => journey.Days.Select(day => new EventRow(journey.User, "visit", Noon(day))));

    /// <summary>Up to 12 users, each with up to 10 events at any minute of 40 days; the first and the last day always hold one.</summary>
    public static Gen<EventRow[]> Random { get; } =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 40 * 1440 - 1], Gen.Bool, (user, minute, buys) => Event(user, minute, buys))
            .Array[1, 80]
            .Select(rows => (EventRow[])[Event(0, 0, false), .. rows, Event(1, 40 * 1440 - 1, false)]);

    private static EventRow Event(int user, int minute, bool buys) =>
        new($"u{user}", buys ? "buy" : "visit", Monday.ToDateTime(default, DateTimeKind.Utc).AddMinutes(minute));
}
