using UserOps.Data;
using UserOps.Differences;
using UserOps.Statistics;
using UserOps.Time;

namespace UserOps.Activation;

/// <summary>How many new users reach the moment that makes them users.</summary>
public static class ActivationAnalysis
{
    /// <summary>The share of new users who reached the goal within N days, and how long it took them.</summary>
    /// <remarks>Users for whom N days have not elapsed are left out of the share and counted; the time to activate takes them in as censored.</remarks>
    /// <exception cref="UserOpsException">The export has neither events nor orders, or an event name is unknown.</exception>
    /// <exception cref="InsufficientDataException">No user is new in the period.</exception>
    public static ActivationResult Activation(this Dataset data, ActivationDefinition? definition = null)
    {
        definition ??= new();
        if (!(definition.WithinDays >= 1))
            throw new UserOpsException($"Activation within {definition.WithinDays} days was asked for; at least 1 day is needed.");
        var period = definition.Period ?? data.Period;
        var goal = definition.Goal ?? ActivationGoal.Default(data);
        var spans = NewUserSpans.Of(data, goal, period);
        if (spans.Length == 0)
            throw new InsufficientDataException($"no new user in {period}", "at least one", $"The data cover {data.Observed}; choose a period within them.");
        return new()
        {
            Definition = definition,
            Goal = goal,
            Period = period,
            Calendar = data.Calendar,
            Total = Total(definition, period, spans),
            Evidence = () => Evidence(data, definition, spans),
            Cohorts = Cohorts(data.Calendar, definition, period, spans),
            Time = KaplanMeier.Fit(Array.ConvertAll(spans, span => span.Exit), Array.ConvertAll(spans, span => double.IsFinite(span.ToGoal)), definition.Level),
        };
    }

    private static UserEvidence? Evidence(Dataset data, ActivationDefinition definition, NewUserSpan[] spans)
    {
        var sums = new UserSums(data);
        foreach (var span in spans)
            if (span.IsMature(definition.WithinDays))
                sums.Add(span.User, span.IsActivated(definition.WithinDays) ? 1 : 0, 1);
        return sums.Share();
    }

    private static ActivationCohort Total(ActivationDefinition definition, Period period, NewUserSpan[] spans)
    {
        var tally = new ActivationTally(definition);
        foreach (var span in spans)
            tally.Add(span);
        return tally.Cohort(period.Start);
    }

    private static ActivationCohort[] Cohorts(Calendar calendar, ActivationDefinition definition, Period period, NewUserSpan[] spans)
    {
        int StepOf(int day) => calendar.StepOf(day, definition.Grain);
        int first = StepOf(period.Start.DayNumber), steps = StepOf(period.End.DayNumber - 1) - first + 1;
        ActivationTally[] tallies = [.. Enumerable.Range(0, steps).Select(_ => new ActivationTally(definition))];
        foreach (var span in spans)
            tallies[StepOf(span.Day) - first].Add(span);
        return [.. tallies.Select((tally, i) => tally.Cohort(DateOnly.FromDayNumber(calendar.FirstDayOf(first + i, definition.Grain))))];
    }
}
