using UserOps.Activation;
using UserOps.Data;

namespace UserOps.Acquisition;

/// <summary>Where new users come from, what they cost and how good they are.</summary>
public static class AcquisitionAnalysis
{
    /// <summary>New users by channel and step, with cost per user and each channel's activation, day-7 retention and first revenue.</summary>
    /// <remarks>
    /// Costs need a table of campaigns, revenue a table of orders, activation and retention either orders or events: without them these columns
    /// are blank and the notes say so.
    /// </remarks>
    /// <exception cref="UserOpsException">The export has neither sign-ups nor events nor orders, or a property is unknown.</exception>
    /// <exception cref="InsufficientDataException">No user is new in the period.</exception>
    public static AcquisitionResult Acquisition(this Dataset data, AcquisitionDefinition? definition = null)
    {
        definition ??= new();
        var asked = definition.Period ?? data.Period;
        var period = asked.Until(data.Observed.End);
        var goal = definition.Goal ?? (data.HasActivity ? ActivationGoal.Default(data) : null);
        var spans = NewUserSpans.Of(data, goal, period);
        if (spans.Length == 0)
            throw new InsufficientDataException($"no new user in {asked}", "at least one", $"The data cover {data.Observed}; choose a period within them.");
        var channels = UserChannels.Of(data, definition.Channel);
        var costs = CampaignCosts.Of(data, period);
        var counts = AcquisitionCounts.Of(data, definition, period, channels, spans);
        AcquisitionChannel[] found =
        [
            .. Enumerable.Range(0, channels.Names.Count).Select(channel => counts.Channel(channel, Cost(costs, channels.Names[channel])))
                .Where(channel => channel.Users > 0).OrderByDescending(channel => channel.Users).ThenBy(channel => channel.Name, StringComparer.Ordinal),
        ];
        return new()
        {
            Definition = definition,
            Goal = goal,
            Period = period,
            Calendar = data.Calendar,
            ChannelProperty = channels.By,
            FirstStep = data.Calendar.StepOf(period.Start.DayNumber, definition.Grain),
            Channels = found,
            Total = counts.Channel(null, costs.Missing is null ? found.Sum(channel => channel.Cost ?? 0) : null),
            MissingCosts = costs.Missing,
            OtherCosts = costs.ByChannel.Where(pair => !found.Any(channel => Same(channel.Name, pair.Key))).ToDictionary(),
            HasSignups = data.HasSignups,
            Evidence = new(data, period, spans, channels),
        };
    }

    /// <summary>A channel that no campaign paid for cost nothing, where costs are known at all.</summary>
    private static double? Cost(CampaignCosts costs, string channel) => costs.Missing is null ? costs.ByChannel.GetValueOrDefault(channel) : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
