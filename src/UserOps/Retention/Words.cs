using UserOps.Activity;
using UserOps.Display.Charts;

namespace UserOps.Retention;

/// <summary>A retention definition in words, as its tables and pictures state it.</summary>
internal static class Words
{
    public static IEnumerable<string> Of(RetentionDefinition definition)
    {
        yield return definition.Kind.Describe(definition.Grain);
        yield return Cohorts(definition);
        yield return "return: " + QualifyingEvents.Describe(definition.ReturnEvents);
        yield return definition.Boundary == DayBoundary.Calendar ? "calendar boundaries" : "24-hour boundaries from the full hour of the start";
    }

    public static string Interval(RetentionDefinition definition) =>
        definition.Cohorts == CohortKind.Recurring ? "no intervals: users repeat between recurring cohorts" : Caption.Level(definition.Level);

    public static string PeriodAxis(RetentionDefinition definition) => $"{definition.Grain}s after the start";

    public static Series Line(string name, IReadOnlyList<RetentionPoint> points) => new(name, [.. points.Select(point => point.Rate ?? double.NaN)])
    {
        Lower = points.All(point => point.Interval is null) ? [] : [.. points.Select(point => point.Interval?.Lower ?? double.NaN)],
        Upper = points.All(point => point.Interval is null) ? [] : [.. points.Select(point => point.Interval?.Upper ?? double.NaN)],
    };

    public static IEnumerable<string> Notes(RetentionResult result)
    {
        if (result.Cohorts.Any(cohort => cohort.Retained.Contains(null)))
            yield return "Blank: the period has not fully elapsed for the whole cohort, or lies before the data; left out of means.";
        if (!result.HasSignups && result.Definition.Cohorts == CohortKind.FirstSeen)
            yield return "The export has no sign-up: a user's first event counts as the start, so users from before the data look new in its first weeks.";
    }

    private static string Cohorts(RetentionDefinition definition) => definition.Cohorts switch
    {
        CohortKind.FirstSeen => "cohorts by sign-up, else first event",
        CohortKind.FirstEvent => "cohorts by first event of " + QualifyingEvents.Describe(definition.StartEvents),
        _ => "recurring cohorts: everyone with a start event of " + QualifyingEvents.Describe(definition.StartEvents),
    };
}
