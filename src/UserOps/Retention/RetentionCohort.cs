using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Retention;

/// <summary>The users who started in one day, week or month.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="Users">How many users started in it.</param>
/// <param name="Retained">How many of them came back, by range; null where the range has not fully elapsed or lies before the data.</param>
public sealed record RetentionCohort(DateOnly Start, int Users, IReadOnlyList<int?> Retained)
{
    /// <summary>The share that came back, a fraction; null where the count is blank or the cohort is empty.</summary>
    public double? Rate(int range) => Users == 0 ? null : (double?)Retained[range] / Users;
}

/// <summary>Retention over all cohorts that a range has fully elapsed for: the mean weighted by cohort size.</summary>
/// <param name="Range">The periods after the start.</param>
/// <param name="Users">Users of the cohorts that count, cohorts of which nobody came back included.</param>
/// <param name="Retained">How many of them came back.</param>
/// <param name="Interval">The Wilson interval; null without users, and for recurring cohorts, whose members repeat.</param>
public sealed record RetentionPoint(PeriodRange Range, long Users, long Retained, Interval? Interval)
{
    /// <summary>The share that came back, a fraction; null without users.</summary>
    public double? Rate => Users == 0 ? null : (double)Retained / Users;

    internal static RetentionPoint[] Pool(RetentionDefinition definition, PeriodRange[] ranges, RetentionCohort[] cohorts) =>
        [.. ranges.Select((range, cell) => Pool(definition, range, [.. cohorts.Where(cohort => cohort.Retained[cell] is not null)], cell))];

    private static RetentionPoint Pool(RetentionDefinition definition, PeriodRange range, RetentionCohort[] elapsed, int cell)
    {
        long users = elapsed.Sum(cohort => (long)cohort.Users), retained = elapsed.Sum(cohort => (long)cohort.Retained[cell]!.Value);
        bool independent = users > 0 && definition.Cohorts != CohortKind.Recurring;
        return new(range, users, retained, independent ? Wilson.Interval(retained, users, definition.Level) : null);
    }
}

/// <summary>The users who share a value of the property that retention is broken down by.</summary>
/// <param name="Name">The value; <c>(none)</c> for users without one.</param>
/// <param name="Users">How many users entered a cohort (entries, where cohorts recur).</param>
/// <param name="Cohorts">Their cohorts.</param>
/// <param name="Points">Their retention over all cohorts.</param>
public sealed record RetentionGroup(string Name, long Users, IReadOnlyList<RetentionCohort> Cohorts, IReadOnlyList<RetentionPoint> Points);
