using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>How long users last.</summary>
public static class SurvivalCurvesAnalysis
{
    /// <summary>The Kaplan–Meier estimate of the share without the event over time, for all spells or group by group.</summary>
    /// <exception cref="UserOpsException">There is no such column, it has too many values, or the level lies outside 0 and 1.</exception>
    /// <exception cref="InsufficientDataException">No event was seen, or the horizon lies beyond what was observed.</exception>
    public static SurvivalCurves Curves(this SurvivalData data, SurvivalCurvesDefinition? definition = null)
    {
        definition ??= new();
        if (!(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"The level {definition.Level} was asked for; it must lie between 0 and 1, such as 0.95."));
        if (data.EventCount == 0)
            throw new InsufficientDataException($"{Caption.Count(data.Count)} spells without any event", "at least one event", "Watch longer, or check how the event is marked.");
        var groups = SpellGroups.By(data, definition.By);
        KaplanMeier[] fits = [.. groups.Names.Select((_, group) => Fit(data, groups.Rows(group), definition))];
        double until = definition.Until ?? Horizon(fits, groups.Names);
        return new()
        {
            Definition = definition,
            Data = data,
            Until = until,
            Groups = [.. fits.Select((fit, i) => new SurvivalCurve(groups.Names[i], fit, fit.RestrictedMean(until)))],
            Missing = groups.Missing,
        };
    }

    /// <summary>The longest time for which every curve is known; one that has come down to 0 is known for ever.</summary>
    private static double Horizon(KaplanMeier[] fits, string[] names)
    {
        double[] ends = [.. fits.Select(fit => fit.SurvivalAt(fit.LastTime) > 0 ? fit.LastTime : double.PositiveInfinity)];
        double least = ends.Min(), until = Math.Min(least, fits.Max(fit => fit.LastTime));
        return until > 0 ? until : throw new InsufficientDataException(
            $"no time under observation in group '{names[Array.IndexOf(ends, least)]}'", "a time above 0 in every group", "Count a begun day or month as one, or leave these rows out.");
    }

    private static KaplanMeier Fit(SurvivalData data, int[] rows, SurvivalCurvesDefinition definition) => KaplanMeier.Fit(
        Array.ConvertAll(rows, row => data.Durations[row]), Array.ConvertAll(rows, row => data.Events[row]), definition.Level, definition.Band,
        data.Entries is { } entries ? Array.ConvertAll(rows, row => entries[row]) : []);
}
