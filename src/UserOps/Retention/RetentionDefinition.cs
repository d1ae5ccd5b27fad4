using UserOps.Data;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Who belongs to a cohort.</summary>
public enum CohortKind
{
    /// <summary>Users who signed up in the step, or where the export has no sign-up had their first event in it: each user once.</summary>
    FirstSeen,
    /// <summary>Users whose first start event fell into the step: each user once.</summary>
    FirstEvent,
    /// <summary>Everyone with a start event in the step: a user stands in many cohorts.</summary>
    Recurring,
}

/// <summary>Where one day of a user's life ends and the next begins.</summary>
public enum DayBoundary
{
    /// <summary>At local midnight: day 1 is the calendar day after the start.</summary>
    Calendar,
    /// <summary>Every 24 hours from the full hour in which the user started (7 × 24 hours for weeks).</summary>
    TwentyFourHours,
}

/// <summary>What is asked about retention.</summary>
public sealed record RetentionDefinition
{
    /// <summary>How long a cohort and a period after the start are.</summary>
    public Grain Grain { get; init; } = Grain.Week;

    /// <summary>Who belongs to a cohort.</summary>
    public CohortKind Cohorts { get; init; } = CohortKind.FirstSeen;

    /// <summary>When a user counts as retained, and in which periods after the start.</summary>
    public RetentionKind Kind { get; init; } = new RetentionKind.NDay();

    /// <summary>Where days begin.</summary>
    public DayBoundary Boundary { get; init; } = DayBoundary.Calendar;

    /// <summary>The names of the events that put a user into a cohort; all events when empty. Sign-up cohorts do not use them.</summary>
    public IReadOnlyList<string> StartEvents { get; init; } = [];

    /// <summary>The names of the events that count as a return; all events when empty.</summary>
    public IReadOnlyList<string> ReturnEvents { get; init; } = [];

    /// <summary>The days in which cohorts start; all days of the data when absent. Returns count up to the end of the data.</summary>
    public Period? Period { get; init; }

    /// <summary>A property by which retention is compared; none when absent.</summary>
    public Breakdown? By { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
