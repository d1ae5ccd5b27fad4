using UserOps.Data;

namespace UserOps.Retention;

/// <summary>Growth accounting: who came, stayed, came back and left.</summary>
public static class LifecycleAnalysis
{
    /// <summary>New, retained, resurrected and dormant users for each step. A step, or the one before it, that the data do not hold in full leaves blanks.</summary>
    /// <exception cref="UserOpsException">The export has neither events nor orders, or an event name is unknown.</exception>
    public static LifecycleResult Lifecycle(this Dataset data, LifecycleDefinition? definition = null)
    {
        definition ??= new();
        var period = definition.Period ?? data.Period;
        var counts = LifecycleCounts.Of(data, definition);
        int first = data.Calendar.StepOf(period.Start.DayNumber, definition.Grain);
        int last = data.Calendar.StepOf(period.End.DayNumber - 1, definition.Grain);
        return new()
        {
            Definition = definition,
            Period = period,
            Calendar = data.Calendar,
            Steps = [.. Enumerable.Range(first, last - first + 1).Select(counts.At)],
            HasSignups = data.HasSignups,
            Evidence = () => LifecycleCounts.Evidence(data, definition, first, last),
        };
    }
}
