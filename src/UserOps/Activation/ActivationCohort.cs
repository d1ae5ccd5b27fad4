using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Activation;

/// <summary>The activation of the users who were new in one step, or in all.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="NewUsers">How many users were new.</param>
/// <param name="Counted">How many of them have been watched for the full N days.</param>
/// <param name="Activated">How many of those counted reached the goal within N days.</param>
/// <param name="Interval">The Wilson interval of the share; null where nobody counts.</param>
/// <param name="Time">The time to the goal in days, of all new users; those who have not reached it are censored at the end of the data.</param>
public sealed record ActivationCohort(DateOnly Start, int NewUsers, int Counted, int Activated, Interval? Interval, KaplanMeier Time)
{
    /// <summary>Users who are too new to be counted.</summary>
    public int Immature => NewUsers - Counted;

    /// <summary>The share of counted users who reached the goal within N days, a fraction; null where nobody counts.</summary>
    public double? Rate => Counted == 0 ? null : (double)Activated / Counted;

    /// <summary>The median time to the goal; null where fewer than half will have reached it.</summary>
    public TimeSpan? MedianTime => Time.Median is { } days ? TimeSpan.FromDays(days) : null;

    internal static ActivationCohort Of(DateOnly start, ActivationDefinition definition, NewUserSpan[] spans)
    {
        int counted = 0, activated = 0;
        double[] exits = new double[spans.Length];
        bool[] reached = new bool[spans.Length];
        for (int i = 0; i < spans.Length; i++)
        {
            var span = spans[i];
            (exits[i], reached[i]) = (span.Exit, double.IsFinite(span.ToGoal));
            bool mature = span.IsMature(definition.WithinDays);
            counted += mature ? 1 : 0;
            activated += mature && span.IsActivated(definition.WithinDays) ? 1 : 0;
        }
        var interval = counted == 0 ? (Interval?)null : Wilson.Interval(activated, counted, definition.Level);
        return new(start, spans.Length, counted, activated, interval, KaplanMeier.Fit(exits, reached, definition.Level));
    }
}
