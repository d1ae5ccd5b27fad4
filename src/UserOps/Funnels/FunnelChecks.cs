namespace UserOps.Funnels;

/// <summary>Finds what a funnel's definition contradicts, before any event is read.</summary>
internal static class FunnelChecks
{
    private const int MostSteps = 30;

    /// <exception cref="UserOpsException">The definition cannot be answered; the message says why and what to change.</exception>
    public static void Check(FunnelDefinition definition)
    {
        int count = definition.Steps.Count;
        if (count is 0 or > MostSteps)
            throw new UserOpsException($"A funnel has {count} steps; 1 to {MostSteps} are possible.");
        if (definition.Steps.FirstOrDefault(step => step.Events.Count == 0) is { } empty)
            throw new UserOpsException($"Step '{empty.Name}' names no event. Name at least one.");
        if (definition.Window is { } window && !(window > TimeSpan.Zero))
            throw new UserOpsException($"The conversion window is {window}; it must be longer than zero. Leave it null for none.");
        if (definition.Steps[0].Within is not null)
            throw new UserOpsException("The first step has no step before it; give 'Within' to a later step.");
        foreach (var exclusion in definition.Exclusions)
            CheckExclusion(definition, exclusion);
        if (definition.Order == FunnelOrder.AnyOrder)
            CheckAnyOrder(definition);
    }

    private static void CheckExclusion(FunnelDefinition definition, FunnelExclusion exclusion)
    {
        int before = exclusion.Before ?? definition.Steps.Count;
        if (!(exclusion.After >= 1 && exclusion.After < before && before <= definition.Steps.Count))
            throw new UserOpsException(
                $"The exclusion '{exclusion.Event}' reaches from step {exclusion.After} to step {before}; "
                + $"two of the steps 1 to {definition.Steps.Count}, the earlier first, are needed.");
        var between = definition.Steps.Skip(exclusion.After - 1).Take(before - exclusion.After + 1);
        if (exclusion.Where is null && between.Any(step => step.Where is null && step.Events.Contains(exclusion.Event, StringComparer.Ordinal)))
            throw new UserOpsException($"'{exclusion.Event}' is a step and an exclusion at once. Tell the two apart with 'Where'.");
    }

    private static void CheckAnyOrder(FunnelDefinition definition)
    {
        if (definition.Steps.Any(step => step.Within is not null))
            throw new UserOpsException("In any order a step has no step before it: 'Within' has no meaning. Use the funnel's window.");
        if (definition.Exclusions.Any(exclusion => exclusion.After != 1 || (exclusion.Before ?? definition.Steps.Count) != definition.Steps.Count))
            throw new UserOpsException("In any order an exclusion applies to the whole funnel: leave 'After' and 'Before' out.");
        var pairs = definition.Steps.SelectMany((a, i) => definition.Steps.Skip(i + 1).Select(b => (a, b)));
        if (pairs.FirstOrDefault(pair => Overlap(pair.a, pair.b)) is ({ } first, { } second))
            throw new UserOpsException($"In any order two steps must be equal or share no event; '{first.Name}' and '{second.Name}' overlap.");
    }

    private static bool Overlap(FunnelStep a, FunnelStep b) =>
        a.Events.Intersect(b.Events, StringComparer.Ordinal).Any()
        && !(a.Where?.ToString() == b.Where?.ToString() && a.Events.ToHashSet(StringComparer.Ordinal).SetEquals(b.Events));
}
