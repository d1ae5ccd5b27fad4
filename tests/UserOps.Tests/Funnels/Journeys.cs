using UserOps.Data;
using UserOps.Funnels;

namespace UserOps.Tests.Funnels;

/// <summary>Journeys written as text: <c>visit@0 cart@5</c> is a visit at minute 0 and a cart at minute 5.</summary>
internal static class Journeys
{
    public static DateTime Start { get; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Dataset Of(params string[] journeys) => Dataset.From(events: journeys.SelectMany((journey, user) => Events($"u{user}", journey)));

    public static long[] Counts(this FunnelResult result) => [.. result.Steps.Select(step => step.Users)];

    public static FunnelDefinition Funnel(params string[] steps) => new() { Steps = [.. steps.Select(step => new FunnelStep(step))], Window = null };

    public static FunnelDefinition Within(this FunnelDefinition definition, double minutes) => definition with { Window = TimeSpan.FromMinutes(minutes) };

    private static IEnumerable<EventRow> Events(string user, string journey)
    {
        foreach (string word in journey.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = word.Split('@');
            yield return new(user, parts[0], Start.AddMinutes(double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
