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
        ConfidenceLevel.Check(definition.Level);
        bool many = journeys.Channels.Count > ChannelGame.MostChannels;
        var rules = definition.Rules.Count > 0 ? definition.Rules
            : [.. AttributionRule.Usual.Where(rule => !(many && rule is AttributionRule.Shapley))];
        Crediting[] creditings = [.. rules.Select(rule => Crediting.Of(rule, journeys))];
        var intervals = Intervals(journeys, creditings, definition);
        return new()
        {
            Journeys = journeys,
            Definition = definition,
            Rules = [.. rules.Select((rule, i) => Credit(journeys, rule, creditings[i], intervals[i]))],
        };
    }

    private static RuleCredit Credit(CustomerJourneys journeys, AttributionRule rule, Crediting crediting, Interval?[] intervals)
    {
        var counts = journeys.Paths.Counts;
        double[] shares = crediting.Shares(counts);
        double[]? values = crediting.Values(counts);
        return new(rule,
        [
            .. journeys.Channels.Select((channel, i) => new ChannelCredit(channel, shares[i] * counts.TotalConversions, shares[i])
            {
                ShareInterval = intervals[i],
                Value = values?[i],
                RemovalEffect = crediting.Removals?[i],
            }),
        ]);
    }

    /// <summary>Intervals by rule and channel; every rule sees the same resamples, so that rules can be compared.</summary>
    private static Interval?[][] Intervals(CustomerJourneys journeys, Crediting[] creditings, AttributionDefinition definition)
    {
        int channels = journeys.Channels.Count;
        double[] none = [.. Enumerable.Repeat(double.NaN, channels)];
        double[][] drawn = definition.Replicates <= 0 ? [] : JourneyResamples.Estimates(journeys.Paths, definition.Replicates, definition.Seed, counts =>
            [.. creditings.SelectMany(one => one.CanResample && counts.TotalConversions > 0 ? one.Shares(counts) : none)]);
        return [.. creditings.Select((_, rule) => Enumerable.Range(rule * channels, channels).Select(place => Bootstrap.Percentile(drawn.Select(one => one[place]), definition.Level)).ToArray())];
    }
}
