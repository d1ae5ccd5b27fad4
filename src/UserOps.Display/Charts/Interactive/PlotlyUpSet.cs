using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>Bars of combinations above, the dots of their sets below, on two panels with one horizontal axis.</summary>
internal static class PlotlyUpSet
{
    private const double Gap = 0.03;

    public static IEnumerable<Trace> Traces(UpSetChart chart)
    {
        var format = chart.CountAxis.Format;
        yield return new Trace("bar")
            .With("x", chart.Regions.Select((_, i) => i))
            .With("y", PlotlyText.Values(format, chart.Regions.Select(region => region.Count)))
            .With("text", chart.Regions.Select(region => format.Write(region.Count)))
            .With("textposition", "outside").With("cliponaxis", false)
            .With("customdata", chart.Regions.Select(region => PlotlyText.Label(UpSetWords.Of(chart, region))))
            .With("hovertemplate", "%{customdata}<br>%{text}<extra></extra>")
            .With("marker", new { color = Palette.Up });
        yield return Dots(chart, (region, set) => !region.Sets.Contains(set), "rgba(128,128,128,0.25)");
        foreach (var (i, region) in chart.Regions.Index())
            yield return new Trace("scatter")
                .With("x", region.Sets.Select(_ => i)).With("y", region.Sets.Order())
                .With("yaxis", "y2").With("mode", "lines+markers").With("hoverinfo", "skip")
                .With("line", new { color = Palette.Up, width = 2 })
                .With("marker", new { size = 10, color = Palette.Up });
    }

    public static Layout Layout(UpSetChart chart)
    {
        double split = Math.Min(0.6, 34.0 * chart.Sets.Count / ChartShape.Height(chart));
        return new Layout()
            .With("xaxis", new { visible = false, range = (double[])[-0.6, Math.Max(chart.Regions.Count, 1) - 0.4], anchor = "y2" })
            .With("yaxis", new { title = new { text = PlotlyText.Label(ChartShape.Title(chart.CountAxis)) }, tickformat = PlotlyText.TickFormat(chart.CountAxis.Format), rangemode = "tozero", domain = (double[])[split + Gap, 1] })
            .With("yaxis2", new
            {
                domain = (double[])[0, split],
                range = (double[])[chart.Sets.Count - 0.5, -0.5],
                tickmode = "array",
                tickvals = Enumerable.Range(0, chart.Sets.Count),
                ticktext = chart.Sets.Select((_, i) => PlotlyText.Label(UpSetWords.Set(chart, i))),
                showgrid = false,
                zeroline = false,
            });
    }

    private static Trace Dots(UpSetChart chart, Func<UpSetRegion, int, bool> shown, string colour)
    {
        (int X, int Y)[] dots = [.. from i in Enumerable.Range(0, chart.Regions.Count) from set in Enumerable.Range(0, chart.Sets.Count) where shown(chart.Regions[i], set) select (i, set)];
        return new Trace("scatter")
            .With("x", dots.Select(dot => dot.X)).With("y", dots.Select(dot => dot.Y))
            .With("yaxis", "y2").With("mode", "markers").With("hoverinfo", "skip")
            .With("marker", new { size = 10, color = colour });
    }
}
