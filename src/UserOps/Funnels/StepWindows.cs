namespace UserOps.Funnels;

internal static class StepWindows
{
    /// <summary>For each step, how many ticks after the step before it may come.</summary>
    public static long[] Of(FunnelDefinition definition) => [.. definition.Steps.Select(step => step.Within?.Ticks ?? long.MaxValue)];
}
