using UserOps.Activity;
using UserOps.Data;

namespace UserOps.Survival;

/// <summary>Lifetimes of users from events or orders.</summary>
public static class LifetimesAnalysis
{
    /// <summary>How many days each user stayed. Leaving is a silence of H whole days; its time is the last activity before it, and who has not been silent for so long is censored.</summary>
    /// <remarks>Followed up to H days before the end of the data: the silent last days of everyone are no leaving. Users from before the data enter
    /// when they begin. Profile columns of the users and milestones are the columns of the spells.</remarks>
    /// <exception cref="UserOpsException">The export has neither events nor orders, an event name is unknown, or the silence is below 1 day.</exception>
    /// <exception cref="InsufficientDataException">The data are shorter than the silence, or nobody can be followed.</exception>
    public static SurvivalData Lifetimes(this Dataset data, LifetimeDefinition? definition = null)
    {
        definition ??= new();
        if (!(definition.SilentDays >= 1))
            throw new UserOpsException($"A silence of {definition.SilentDays} days was asked for; at least 1 day is needed.");
        var walk = new LifetimeWalk(data, definition);
        Lifetime[] lives = [.. walk.All()];
        if (lives.Length == 0)
            throw new InsufficientDataException("no user to follow", "at least one", $"Users must start by {walk.LastDay:yyyy-MM-dd}, {definition.SilentDays} days before the data end.");
        return LifetimeSpells.Of(data, definition, lives) with
        {
            Unit = "days",
            EventName = "leaving",
            Source = $"{data.Observed} ({data.Calendar.TimeZone.Id}) · left: last activity before {definition.SilentDays} silent days of {QualifyingEvents.Describe(definition.Events)}"
                + $" · followed to {walk.LastDay:yyyy-MM-dd}",
            Remarks = [.. Remarks(data, definition, walk)],
        };
    }

    private static IEnumerable<string> Remarks(Dataset data, LifetimeDefinition definition, LifetimeWalk walk)
    {
        var counts = walk.Counts;
        yield return $"Day 1 is the day of the start{(data.HasSignups ? "" : " (first activity: the export has no sign-up, so users from before the data look new)")}. "
            + $"Leaving shows only after {definition.SilentDays} silent days, so users are followed to {walk.LastDay:yyyy-MM-dd} and censored there.";
        if (counts.TooNew > 0)
            yield return $"Left out as too new: {Caption.Count(counts.TooNew)} users who started after that day.";
        if (counts.CameBack > 0)
            yield return $"{Caption.Count(counts.CameBack)} users who count as having left came back after the silence; if they are many, take a longer one.";
        if (counts.Entered + counts.LeftBefore > 0)
            yield return $"Of the users from before the data, {Caption.Count(counts.Entered)} enter when the data begin and {Caption.Count(counts.LeftBefore)} had left before.";
    }
}
