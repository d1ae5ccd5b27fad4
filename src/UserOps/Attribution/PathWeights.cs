namespace UserOps.Attribution;

/// <summary>How a rule that looks at one journey at a time divides its credit over the touchpoints.</summary>
internal static class PathWeights
{
    private static readonly string[] DirectNames = ["direct", "(direct)", "none", "(none)", "直接", "直接访问", "直接进入"];

    /// <summary>The part of each touchpoint of every path; the parts of a path sum to 1.</summary>
    public static double[] Of(AttributionRule rule, CustomerJourneys journeys)
    {
        var paths = journeys.Paths;
        bool[] direct = rule is AttributionRule.LastNonDirect one ? Direct(one, journeys.Channels) : [];
        double[] weights = new double[paths.Touchpoints];
        for (int path = 0; path < paths.Count; path++)
        {
            var parts = weights.AsSpan(paths.RangeOf(path));
            switch (rule)
            {
                case AttributionRule.FirstTouch:
                    parts[0] = 1;
                    break;
                case AttributionRule.LastTouch:
                    parts[^1] = 1;
                    break;
                case AttributionRule.LastNonDirect:
                    parts[LastNonDirect(paths[path], direct)] = 1;
                    break;
                case AttributionRule.Linear:
                    parts.Fill(1.0 / parts.Length);
                    break;
                case AttributionRule.TimeDecay decay:
                    Decay(parts, paths, path, decay.HalfLifeDays);
                    break;
                case AttributionRule.PositionBased position:
                    Position(parts, position);
                    break;
                default:
                    throw new InvalidOperationException($"{rule.Name} does not look at one journey at a time.");
            }
        }
        return weights;
    }

    private static int LastNonDirect(ReadOnlySpan<int> channels, bool[] direct)
    {
        int last = channels.Length - 1;
        while (last >= 0 && direct[channels[last]])
            last--;
        return last >= 0 ? last : channels.Length - 1;
    }

    private static bool[] Direct(AttributionRule.LastNonDirect rule, IReadOnlyList<string> channels)
    {
        if (rule.Direct.FirstOrDefault(name => !channels.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new UserOpsException($"No channel is named '{unknown}'. The channels are: {string.Join(", ", channels)}.");
        var names = rule.Direct.Count > 0 ? rule.Direct : DirectNames;
        return [.. channels.Select(channel => names.Contains(channel, StringComparer.OrdinalIgnoreCase))];
    }

    // Measured from the last touchpoint: a common factor changes nothing, and an old journey does not vanish in rounding.
    private static void Decay(Span<double> parts, PathStore paths, int path, double halfLife)
    {
        double sum = 0, youngest = paths.AgeOf(path, parts.Length - 1);
        for (int i = 0; i < parts.Length; i++)
            sum += parts[i] = Math.Pow(2, (youngest - paths.AgeOf(path, i)) / halfLife);
        Divide(parts, sum);
    }

    private static void Position(Span<double> parts, AttributionRule.PositionBased rule)
    {
        if (parts.Length > 2)
            parts.Fill((1 - rule.First - rule.Last) / (parts.Length - 2));
        parts[0] = parts.Length == 1 ? 1 : rule.First;
        if (parts.Length > 1)
            parts[^1] = rule.Last;
        if (parts.Length == 2)
            Divide(parts, rule.First + rule.Last);
    }

    private static void Divide(Span<double> parts, double sum)
    {
        for (int i = 0; i < parts.Length; i++)
            parts[i] /= sum;
    }
}
