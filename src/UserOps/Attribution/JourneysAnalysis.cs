using UserOps.Data;

namespace UserOps.Attribution;

/// <summary>How people came to convert: the journeys that attribution divides the credit of.</summary>
public static class JourneysAnalysis
{
    /// <summary>Builds journeys from visits by how they came, from messages that were seen, and from orders.</summary>
    /// <remarks>
    /// A journey counts when its last touchpoint lies at least the lookback before the end of the data, so that everybody's end is known. Touchpoints before the first day of the
    /// data are unknown: journeys of the first weeks look shorter than they were.
    /// </remarks>
    /// <exception cref="MissingDataException">The export has no touchpoints or no conversion.</exception>
    /// <exception cref="InsufficientDataException">No journey's end is known, or none converted.</exception>
    public static CustomerJourneys Journeys(this Dataset data, JourneyDefinition? definition = null)
    {
        definition ??= new();
        if (definition.LookbackDays < 1)
            throw new UserOpsException($"A lookback of {definition.LookbackDays} days was asked for; at least 1 day is needed.");
        var touchpoints = Touchpoints.Of(data, definition);
        var conversions = ConversionMoments.Of(data, definition.Conversion);
        long lookback = definition.LookbackDays * TimeSpan.TicksPerDay, known = data.Ticks(data.Period).To - lookback;
        (long from, long to) = data.Ticks(definition.Period ?? data.Period);
        var cutting = new JourneyCutting(lookback, from, Math.Min(to, known));
        for (int user = 0; user < data.Users.Count; user++)
            cutting.Add(user, touchpoints.Of(user), conversions.Of(user));
        if (cutting.Count == 0)
            throw new InsufficientDataException(
                $"no journey that ended {definition.LookbackDays} days before the end of the data ({data.Period}) or earlier", "at least one with a conversion",
                "Shorten the lookback, or export more days.");
        return ByFrequency(touchpoints.Channels, cutting.ToPaths(conversions.HasValues)) with
        {
            Source = $"touchpoints: {touchpoints.Describe()} · conversion: {conversions.Name} within {definition.LookbackDays} days · {(definition.Period ?? data.Period).Until(DateOnly.FromDayNumber(data.Calendar.DayOf(known)))} ({data.Calendar})",
            Messages = [.. touchpoints.Messages],
            Remarks = Remarks(cutting, definition),
        };
    }

    /// <summary>Numbers channels anew, the one with most touchpoints first.</summary>
    private static CustomerJourneys ByFrequency(IReadOnlyList<string> names, PathStore paths)
    {
        int[] touches = new int[names.Count];
        for (int path = 0; path < paths.Count; path++)
            foreach (int channel in paths[path])
                touches[channel]++;
        int[] order = [.. Enumerable.Range(0, names.Count).OrderByDescending(channel => touches[channel])], numbers = new int[names.Count];
        foreach (var (number, channel) in order.Index())
            numbers[channel] = number;
        return new([.. order.Where(channel => touches[channel] > 0).Select(channel => names[channel])], paths.Renumber(numbers));
    }

    private static string[] Remarks(JourneyCutting cutting, JourneyDefinition definition) =>
    [
        .. cutting.Outside > 0
            ? (string[])[$"Journeys left out: {Caption.Count(cutting.Outside)}, whose last touchpoint lies outside the period or within {definition.LookbackDays} days of the end of the data, when nobody knows yet how they end."]
            : [],
        .. cutting.WithoutTouchpoint > 0
            ? (string[])[$"Conversions without a touchpoint in the {definition.LookbackDays} days before: {Caption.Count(cutting.WithoutTouchpoint)}; no channel gets credit for them."] : [],
    ];
}
