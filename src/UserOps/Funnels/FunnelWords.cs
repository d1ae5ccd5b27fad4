using UserOps.Display;

namespace UserOps.Funnels;

/// <summary>A funnel's definition in words, for captions.</summary>
internal static class FunnelWords
{
    public static IEnumerable<string> Of(FunnelDefinition definition) =>
    [
        Order(definition.Order),
        definition.Entry == FunnelEntry.FirstEntry ? "first entry" : "best path (any entry)",
        definition.Window is { } window ? $"window {Format.Duration.Write(window)}" : "no window",
        .. definition.Steps.Where(step => step.Within is not null).Select(step => $"{step.Name} within {Format.Duration.Write(step.Within)}"),
        .. definition.Steps.Where(step => step.Where is not null).Select(step => $"{step.Name} where {step.Where}"),
        .. definition.Exclusions.Select(exclusion => $"broken by {exclusion.Event}{Place(definition, exclusion)}"),
    ];

    private static string Order(FunnelOrder order) => order switch
    {
        FunnelOrder.StrictNext => "each step the very next event",
        FunnelOrder.AnyOrder => "steps in any order",
        _ => "steps in order",
    };

    private static string Place(FunnelDefinition definition, FunnelExclusion exclusion) =>
        (exclusion.After == 1 && (exclusion.Before ?? definition.Steps.Count) == definition.Steps.Count
            ? "" : $" between steps {exclusion.After} and {exclusion.Before ?? definition.Steps.Count}")
        + (exclusion.Where is null ? "" : $" where {exclusion.Where}");
}
