using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>What users did who left a path, and how many of them can be won back.</summary>
public static class DeviationAnalysis
{
    /// <summary>Deviation 路径偏离 from a path of events in order, each user's best path within 7 days.</summary>
    /// <exception cref="UserOpsException">An event name is unknown, or there are fewer than 2 steps.</exception>
    public static DeviationResult Deviation(this Dataset data, params IReadOnlyList<string> events) =>
        data.Deviation(new DeviationDefinition { Funnel = new() { Steps = [.. events.Select(name => new FunnelStep(name))] } });

    /// <summary>At each break of a path: what those who left did next, who came back, who went on later, and how many orders (or other ends) can be recovered.</summary>
    /// <remarks>
    /// Next is the first event after the last step taken that does not take that same step again, inside the window; without one the user left.
    /// Recoverable is the number of those who have not finished since, times the share of those who took the next step that finished: what an intervention could
    /// win at most if it led everyone to the next step and they went on like the others. They need not.
    /// </remarks>
    /// <exception cref="UserOpsException">The definition contradicts itself, has fewer than 2 steps, or has them in any order.</exception>
    /// <exception cref="InsufficientDataException">Nobody took the first step.</exception>
    public static DeviationResult Deviation(this Dataset data, DeviationDefinition definition)
    {
        Check(definition);
        var funnel = data.Funnel(definition.Funnel);
        var counts = DeviationCounts.Of(data, definition, funnel);
        return new()
        {
            Definition = definition,
            Funnel = funnel,
            Breaks = [.. Enumerable.Range(1, funnel.Steps.Count - 1).Select(step => counts.ToBreak(step, funnel))],
        };
    }

    private static void Check(DeviationDefinition definition)
    {
        if (definition.Funnel.Steps.Count < 2)
            throw new UserOpsException($"A path of {definition.Funnel.Steps.Count} step has no break; 2 steps or more are needed.");
        if (definition.Funnel.Order == FunnelOrder.AnyOrder)
            throw new UserOpsException("Steps in any order have no next step to deviate from. Give the steps in order.");
        if (!(definition.ReturnAfter > TimeSpan.Zero))
            throw new UserOpsException($"Coming back after {definition.ReturnAfter} has no meaning; a time longer than zero is needed.");
    }
}
