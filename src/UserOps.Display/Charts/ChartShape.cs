namespace UserOps.Display.Charts;

/// <summary>What both renderers need to know of a chart's data: that its lengths agree, how high and how wide it is drawn, where its lines break.</summary>
internal static class ChartShape
{
    /// <summary>Refuses data whose lengths disagree.</summary>
    /// <exception cref="ArgumentException">The message names the chart, what was found and what was expected.</exception>
    public static void Check(Chart chart)
    {
        switch (chart)
        {
            case LineChart line:
                CheckSeries(line, line.Series, line.X.Count);
                CheckCounts(line);
                break;
            case BarChart bar:
                CheckSeries(bar, bar.Series, bar.Categories.Count);
                break;
            case HeatMap map:
                Expect(map, "rows of values", map.Values.Count, map.Rows.Count);
                foreach (var row in map.Values)
                    Expect(map, "values in a row", row.Count, map.Columns.Count);
                break;
            case FunnelChart funnel:
                Expect(funnel, "counts", funnel.Counts.Count, funnel.Steps.Count);
                break;
            case SankeyChart sankey:
                foreach (var link in sankey.Links)
                    CheckLink(sankey, link);
                break;
            case WaterfallChart waterfall:
                Expect(waterfall, "contributions", waterfall.Contributions.Count, waterfall.Steps.Count);
                break;
            case UpSetChart upSet:
                Expect(upSet, "sizes", upSet.Sizes.Count, upSet.Sets.Count);
                foreach (var region in upSet.Regions)
                    CheckRegion(upSet, region);
                break;
        }
    }

    /// <summary>The height in pixels: as asked, or more where rows would not be readable.</summary>
    public static int Height(Chart chart) => Math.Max(chart.Height, chart switch
    {
        HeatMap map => 150 + 22 * map.Rows.Count,
        BarChart { Horizontal: true } bar => 150 + (bar.Stacked ? 22 : 12 + 14 * bar.Series.Count) * bar.Categories.Count,
        UpSetChart upSet => 260 + 26 * upSet.Sets.Count,
        FunnelChart funnel => 90 + 54 * funnel.Steps.Count,
        _ => 160,
    }) + (chart is LineChart { Below: { } counts } ? counts.Height : 0);

    /// <summary>The width in pixels below which labels side by side would cover one another; a narrower page scrolls.</summary>
    public static int LeastWidth(Chart chart) => chart switch
    {
        WaterfallChart waterfall => 80 + 84 * (waterfall.Steps.Count + 2),
        HeatMap map => 140 + 54 * map.Columns.Count,
        BarChart { Horizontal: false } bar => 80 + 36 * bar.Categories.Count,
        _ => 0,
    };

    /// <summary>The stretches of consecutive positions at which the condition holds.</summary>
    public static IEnumerable<Range> Runs(int count, Func<int, bool> holds)
    {
        for (int start = 0; start < count; start++)
        {
            if (!holds(start))
                continue;
            int end = start + 1;
            while (end < count && holds(end))
                end++;
            yield return start..end;
            start = end;
        }
    }

    /// <summary>The positions of a stretch, each with its own value.</summary>
    public static IEnumerable<(int X, int Y)> Places(Range run) => Enumerable.Range(run.Start.Value, run.End.Value - run.Start.Value).Select(i => (i, i));

    /// <summary>The corners of the steps of a stretch: the value of a position holds until the next one.</summary>
    public static IEnumerable<(int X, int Y)> Corners(Range run) =>
        Places(run).SelectMany(place => place.X == run.Start.Value ? [place] : (IEnumerable<(int, int)>)[(place.X, place.Y - 1), place]);

    /// <summary>Whether the series has a band at the position.</summary>
    public static bool HasBand(Series series, int i) =>
        i < series.Lower.Count && i < series.Upper.Count && double.IsFinite(series.Lower[i]) && double.IsFinite(series.Upper[i]);

    /// <summary>The axis title, with the unit of its numbers where the title does not name it.</summary>
    public static string Title(Axis axis)
    {
        string unit = axis.Format.Kind switch { FormatKind.Points => "pp", FormatKind.Percent => "%", _ => axis.Format.Unit };
        bool named = unit.Length == 0 || axis.Title.Length == 0 || axis.Title.Contains(unit, StringComparison.OrdinalIgnoreCase);
        return named || axis.Format.Kind == FormatKind.Percent ? axis.Title : $"{axis.Title} ({unit})";
    }

    /// <summary>Labels of which no two are equal: an axis would put equal ones in one place.</summary>
    public static string[] Distinct(IReadOnlyList<string> labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. labels.Select(label => label + new string('\u200B', (seen[label] = seen.GetValueOrDefault(label) + 1) - 1))];
    }

    private static void CheckSeries(Chart chart, IReadOnlyList<Series> series, int positions)
    {
        foreach (var one in series)
        {
            Expect(chart, $"values of '{one.Name}'", one.Values.Count, positions);
            if (one.Lower.Count + one.Upper.Count > 0)
                Expect(chart, $"bounds of '{one.Name}'", Math.Min(one.Lower.Count, one.Upper.Count), positions);
        }
    }

    private static void CheckCounts(LineChart chart)
    {
        if (chart.Below is not { } counts)
            return;
        Expect(chart, "rows of counts", counts.Rows.Count, chart.Series.Count);
        foreach (var row in counts.Rows)
            Expect(chart, "counts in a row", row.Count, counts.At.Count);
    }

    private static void CheckLink(SankeyChart chart, SankeyLink link)
    {
        if (Math.Min(link.Source, link.Target) < 0 || Math.Max(link.Source, link.Target) >= chart.Nodes.Count || !(link.Value >= 0))
            throw new ArgumentException($"Chart '{chart.Title}' has the flow {link}; nodes from 0 to {chart.Nodes.Count - 1} and a value of 0 or more are needed.");
    }

    private static void CheckRegion(UpSetChart chart, UpSetRegion region)
    {
        if (region.Sets.Count == 0 || region.Sets.Any(set => set < 0 || set >= chart.Sets.Count) || region.Count < 0)
            throw new ArgumentException(
                $"Chart '{chart.Title}' has a combination of sets {string.Join(", ", region.Sets)} with {region.Count} members; sets from 0 to {chart.Sets.Count - 1} and 0 members or more are needed.");
    }

    private static void Expect(Chart chart, string what, int found, int expected)
    {
        if (found != expected)
            throw new ArgumentException($"Chart '{chart.Title}' has {found} {what}; {expected} are needed, one for each position. Use NaN for a gap.");
    }
}
