namespace UserOps.Attribution;

/// <summary>Sets credit right where experiments say what a channel brings.</summary>
public static class CalibrationAnalysis
{
    /// <summary>Gives measured channels their measured conversions and shares the rest among the others in proportion to their credit.</summary>
    /// <param name="attribution">The credit.</param>
    /// <param name="effects">What experiments measured, a channel each.</param>
    /// <param name="rule">The rule to calibrate; the Markov chain when null.</param>
    /// <exception cref="InsufficientDataException">No journey met a measured channel.</exception>
    /// <exception cref="UserOpsException">A channel is measured twice, experiments measured more than all conversions, or no channel is left for the rest.</exception>
    public static CalibratedAttribution Calibrate(this AttributionResult attribution, IReadOnlyList<MeasuredEffect> effects, AttributionRule? rule = null)
    {
        var before = rule is null ? attribution.Main : attribution[rule];
        if (effects.FirstOrDefault(effect => before.Credits.All(credit => credit.Channel != effect.Definition.Channel))?.Definition.Channel is { } unmet)
            throw new InsufficientDataException($"no journey that met the measured channel '{unmet}'", "at least one is",
                $"The journeys met {string.Join(", ", before.Credits.Select(credit => credit.Channel))}. Those whose last touchpoint lies in the last days of the data are left out, since nobody yet knows how they end: take the report again when they have ended.");
        var measured = effects.Select(effect => effect.Definition.Channel).ToHashSet(StringComparer.Ordinal);
        if (measured.Count < effects.Count)
            throw new UserOpsException("A channel is measured by two experiments; choose the better one.");
        double total = attribution.Journeys.Conversions, rest = total - effects.Sum(effect => effect.Conversions);
        double others = before.Credits.Where(credit => !measured.Contains(credit.Channel)).Sum(credit => credit.Conversions);
        if (!(rest >= 0) || !(others > 0))
            throw new UserOpsException(FormattableString.Invariant(
                $"Experiments measured {total - rest:0.#} conversions, the journeys hold {total:0.#}, and the other channels are credited with {others:0.#}: nothing is left to share. Take journeys of the same period as the experiments."));
        return new()
        {
            Before = before,
            Journeys = attribution.Journeys,
            Effects = effects,
            Credits = [.. before.Credits.Select(credit => After(credit, effects.FirstOrDefault(effect => effect.Definition.Channel == credit.Channel), rest / others, total))],
        };
    }

    private static ChannelCredit After(ChannelCredit before, MeasuredEffect? effect, double factor, double total)
    {
        double conversions = effect?.Conversions ?? before.Conversions * factor;
        return new(before.Channel, conversions, conversions / total)
        {
            ShareInterval = effect is null ? null : new(effect.Interval.Lower / total, effect.Interval.Upper / total, effect.Interval.Level),
        };
    }
}
