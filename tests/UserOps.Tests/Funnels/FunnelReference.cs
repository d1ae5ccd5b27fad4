using UserOps.Funnels;

namespace UserOps.Tests.Funnels;

/// <summary>The definition of a funnel taken literally: every choice of events is tried. Slow, and plainly right.</summary>
internal static class FunnelReference
{
    public static int Depth(FunnelDefinition definition, IReadOnlyList<(string Name, long Ticks)> events, long entriesEnd)
    {
        int best = 0;
        for (int start = 0; start < events.Count && events[start].Ticks < entriesEnd; start++)
            if (definition.Order == FunnelOrder.AnyOrder)
                best = Math.Max(best, AnyOrder(definition, events, start));
            else if (Takes(definition, 0, events[start].Name))
                best = Math.Max(best, 1 + GoOn(definition, events, [start]));
        return best;
    }

    /// <summary>The most further steps that any continuation of an attempt takes.</summary>
    private static int GoOn(FunnelDefinition definition, IReadOnlyList<(string Name, long Ticks)> events, int[] taken)
    {
        int step = taken.Length, last = taken[^1], best = 0;
        for (int next = last + 1; next < events.Count && step < definition.Steps.Count; next++)
        {
            bool fits = Takes(definition, step, events[next].Name)
                && events[next].Ticks - events[taken[0]].Ticks <= (definition.Window?.Ticks ?? long.MaxValue)
                && events[next].Ticks - events[last].Ticks <= (definition.Steps[step].Within?.Ticks ?? long.MaxValue)
                && (definition.Order != FunnelOrder.StrictNext || next == last + 1)
                && !Broken(definition, events, step, last, next);
            if (fits)
                best = Math.Max(best, 1 + GoOn(definition, events, [.. taken, next]));
        }
        return best;
    }

    private static bool Takes(FunnelDefinition definition, int step, string name) => definition.Steps[step].Events.Contains(name);

    private static bool Broken(FunnelDefinition definition, IReadOnlyList<(string Name, long Ticks)> events, int steps, int from, int to) =>
        Enumerable.Range(from + 1, to - from - 1).Any(place => definition.Exclusions.Any(exclusion =>
            exclusion.Event == events[place].Name && steps >= exclusion.After && steps < (exclusion.Before ?? definition.Steps.Count)));

    /// <summary>The most steps that the events from a start on can fill, each event one step: equal steps fill as often as their event comes.</summary>
    private static int AnyOrder(FunnelDefinition definition, IReadOnlyList<(string Name, long Ticks)> events, int start)
    {
        if (!definition.Steps.Any(step => step.Events.Contains(events[start].Name)))
            return 0;
        var reach = events.Skip(start)
            .TakeWhile(e => e.Ticks - events[start].Ticks <= (definition.Window?.Ticks ?? long.MaxValue) && definition.Exclusions.All(x => x.Event != e.Name));
        var supply = reach.GroupBy(e => e.Name).ToDictionary(group => group.Key, group => group.Count());
        return definition.Steps.GroupBy(step => step.Name).Sum(group => Math.Min(group.Count(), group.First().Events.Sum(name => supply.GetValueOrDefault(name))));
    }
}
