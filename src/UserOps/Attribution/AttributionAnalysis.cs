using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Attribution;

/// <summary>Which channels the conversions are credited to.</summary>
public static class AttributionAnalysis
{
    /// <summary>Divides the conversions among the channels by several rules side by side.</summary>
    /// <remarks>
    /// Intervals are between the tails of resamples: users with all their journeys where users are known, else journeys drawn from the table. They tell chance, not whether the rule is right.
    /// </remarks>
    /// <exception cref="UserOpsException">A rule's numbers make no rule, or Shapley values were asked for with more than 20 channels.</exception>
    public static AttributionResult Attribute(this CustomerJourneys journeys, AttributionDefinition? definition = null)
    {
        definition ??= new();
        if (!(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException(FormattableString.Invariant($"A level of {definition.Level} was asked for; a confidence level lies between 0 and 1, such as 0.95."));
        bool many = journeys.Channels.Count > ChannelGame.MostChannels;
        var rules = definition.Rules.Count > 0 ? definition.Rules
            : [.. AttributionRule.Usual.Where(rule => !(many && rule is AttributionRule.Shapley))];
        return new()
        {
            Journeys = journeys,
            Definition = definition,
            Rules = [.. rules.Select(rule => Credit(journeys, rule, definition))],
        };
    }

    private static RuleCredit Credit(CustomerJourneys journeys, AttributionRule rule, AttributionDefinition definition)
    {
        var crediting = Crediting.Of(rule, journeys);
        var counts = journeys.Paths.Counts;
        double[] shares = crediting.Shares(counts);
        double[]? values = crediting.Values(counts);
        var intervals = Intervals(journeys, crediting, definition);
        return new(rule,
        [
            .. journeys.Channels.Select((channel, i) => new ChannelCredit(channel, shares[i] * counts.TotalConversions, shares[i])
            {
                ShareInterval = intervals?[i],
                Value = values?[i],
                RemovalEffect = crediting.Removals?[i],
            }),
        ]);
    }

    private static Interval?[]? Intervals(CustomerJourneys journeys, Crediting crediting, AttributionDefinition definition)
    {
        if (definition.Replicates <= 0 || !crediting.CanResample)
            return null;
        double[] none = [.. journeys.Channels.Select(_ => double.NaN)];
        double[][] drawn = JourneyResamples.Estimates(
            journeys.Paths, definition.Replicates, definition.Seed, counts => counts.TotalConversions > 0 ? crediting.Shares(counts) : none);
        return [.. journeys.Channels.Select((_, i) => Bootstrap.Percentile(drawn.Select(one => one[i]), definition.Level))];
    }
}
