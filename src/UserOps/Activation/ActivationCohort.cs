using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Activation;

/// <summary>The activation of the users who were new in one step, or in all.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="NewUsers">How many users were new.</param>
/// <param name="Counted">How many of them have been watched for the full N days.</param>
/// <param name="Activated">How many of those counted reached the goal within N days.</param>
/// <param name="Interval">The Wilson interval of the share; null where nobody counts.</param>
/// <param name="MedianTime">The median time of those who reached it within N days; null where nobody did.</param>
public sealed record ActivationCohort(DateOnly Start, int NewUsers, int Counted, int Activated, Interval? Interval, TimeSpan? MedianTime)
{
    /// <summary>Users who are too new to be counted.</summary>
    public int Immature => NewUsers - Counted;

    /// <summary>The share of counted users who reached the goal within N days, a fraction; null where nobody counts.</summary>
    public double? Rate => Counted == 0 ? null : (double)Activated / Counted;
}

/// <summary>Counts the users of a cohort, who come in the order of their time to the goal.</summary>
internal sealed class ActivationTally(ActivationDefinition definition)
{
    private readonly List<double> _times = [];
    private int _newUsers, _counted;

    public void Add(NewUserSpan span)
    {
        _newUsers++;
        if (!span.IsMature(definition.WithinDays))
            return;
        _counted++;
        if (span.IsActivated(definition.WithinDays))
            _times.Add(span.ToGoal);
    }

    public ActivationCohort Cohort(DateOnly start)
    {
        Interval? interval = _counted == 0 ? null : Wilson.Interval(_times.Count, _counted, definition.Level);
        return new(start, _newUsers, _counted, _times.Count, interval, Median is { } days ? TimeSpan.FromDays(days) : null);
    }

    /// <summary>The middle time, or the mean of the middle two.</summary>
    private double? Median => _times.Count == 0 ? null : (_times[(_times.Count - 1) / 2] + _times[_times.Count / 2]) / 2;
}
