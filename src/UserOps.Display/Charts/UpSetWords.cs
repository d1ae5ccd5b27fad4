namespace UserOps.Display.Charts;

/// <summary>Sets and their combinations in words, equal in both renderings.</summary>
internal static class UpSetWords
{
    /// <summary>The names of the sets of a combination, and that it is these alone.</summary>
    public static string Of(UpSetChart chart, UpSetRegion region) =>
        region.Sets.Count == 1 ? $"{chart.Sets[region.Sets[0]]} alone" : string.Join(" + ", region.Sets.Select(set => chart.Sets[set]));

    /// <summary>The name of a set with its size, where that is shown.</summary>
    public static string Set(UpSetChart chart, int set) =>
        double.IsFinite(chart.Sizes[set]) ? $"{TextWidth.Shorten(chart.Sets[set], 32)} · {chart.CountAxis.Format.Write(chart.Sizes[set])}" : TextWidth.Shorten(chart.Sets[set], 32);
}
