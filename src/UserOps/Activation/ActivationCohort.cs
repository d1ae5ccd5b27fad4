using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Activation;

/// <summary>The activation of the users who were new in one step, or in all.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="NewUsers">How many users were new.</param>
/// <param name="Counted">How many of them have been watched for the full N days.</param>
/// <param name="Activated">How many of those counted reached the goal within N days.</param>
/// <param name="Interval">The Wilson interval of the share; null where nobody counts.</param>
/// <param name="TimeOfActivated">The median time of those who reached it within N days; null where nobody did.</param>
/// <param name="Time">The time to the goal in days, of all new users; those who have not reached it are censored at the end of the data.</param>
public sealed record ActivationCohort(DateOnly Start, int NewUsers, int Counted, int Activated, Interval? Interval, TimeSpan? TimeOfActivated, KaplanMeier Time)
{
    /// <summary>Users who are too new to be counted.</summary>
    public int Immature => NewUsers - Counted;

    /// <summary>The share of counted users who reached the goal within N days, a fraction; null where nobody counts.</summary>
    public double? Rate => Counted == 0 ? null : (double)Activated / Counted;

    /// <summary>The median time to the goal of all new users; null where fewer than half reached it in the time observed.</summary>
    public TimeSpan? MedianTime => Time.Median is { } days ? TimeSpan.FromDays(days) : null;

    internal static ActivationCohort Of(DateOnly start, ActivationDefinition definition, NewUserSpan[] spans)
    {
        NewUserSpan[] counted = Array.FindAll(spans, span => span.IsMature(definition.WithinDays));
        NewUserSpan[] activated = Array.FindAll(counted, span => span.IsActivated(definition.WithinDays));
        var time = KaplanMeier.Fit(
            Array.ConvertAll(spans, span => span.Exit), Array.ConvertAll(spans, span => double.IsFinite(span.ToGoal)), definition.Level);
        return new(
            start, spans.Length, counted.Length, activated.Length,
            counted.Length == 0 ? null : Wilson.Interval(activated.Length, counted.Length, definition.Level), MedianOf(activated), time);
    }

    /// <summary>The middle one, or the mean of the middle two, of users in order of time.</summary>
    private static TimeSpan? MedianOf(NewUserSpan[] inOrder) =>
        inOrder.Length == 0 ? null : TimeSpan.FromDays((inOrder[(inOrder.Length - 1) / 2].ToGoal + inOrder[inOrder.Length / 2].ToGoal) / 2);
}
