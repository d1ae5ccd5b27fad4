using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>How many users take each step of a path.</summary>
public static class FunnelAnalysis
{
    /// <summary>A funnel of events in the order given, each user's best path within 7 days, over all the data.</summary>
    /// <exception cref="UserOpsException">An event name is unknown.</exception>
    public static FunnelResult Funnel(this Dataset data, params IReadOnlyList<string> events) =>
        data.Funnel(new FunnelDefinition { Steps = [.. events.Select(name => new FunnelStep(name))] });

    /// <summary>A funnel 漏斗: users by step, conversion with intervals, median times; by group where a breakdown is asked for.</summary>
    /// <exception cref="UserOpsException">An event or property is unknown, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Nobody took the first step.</exception>
    public static FunnelResult Funnel(this Dataset data, FunnelDefinition definition)
    {
        FunnelChecks.Check(definition);
        var period = definition.Period ?? data.Period;
        var activity = data.Activity;
        (long from, long to) = data.Ticks(period);
        var walk = FunnelWalk.Of(definition, new(definition, activity), to);
        var events = definition.Period is null ? activity : activity.Between(from, EndOf(to, definition.Window));
        var journeys = FunnelJourneys.Find(events, walk, definition.Steps.Count);
        var counts = FunnelCounts.Of(journeys, journeys.Entered());
        if (counts.Users[0] == 0)
            throw new InsufficientDataException(
                $"no user with the first step '{definition.Steps[0].Name}' in {period}", "at least one", "Choose another period or first step.");
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            Journeys = journeys,
            Steps = counts.ToSteps(definition),
            Evidence = () => FunnelEvidence.Of(data, journeys, counts.ToSteps(definition), period),
            Groups = FunnelGroups.Of(data, definition, journeys),
            StillOpen = CountStillOpen(journeys, definition, data.Ticks(data.Period).To),
        };
    }

    private static long EndOf(long to, TimeSpan? window) => window is { } span ? to + Math.Min(span.Ticks, long.MaxValue - to - 1) + 1 : to;

    /// <summary>Users who may still convert: their window reaches beyond the data.</summary>
    private static int CountStillOpen(FunnelJourneys journeys, FunnelDefinition definition, long dataEnd)
    {
        if (definition.Window is not { } window)
            return 0;
        int open = 0;
        for (int user = 0; user < journeys.Users.Count; user++)
            if (journeys.DepthOf(user) is var depth && depth > 0 && depth < journeys.StepCount && journeys.TicksOf(user, 1) > dataEnd - window.Ticks)
                open++;
        return open;
    }
}
