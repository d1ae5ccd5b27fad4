using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>The traces of figures with axes.</summary>
internal static class PlotlyTraces
{
    private const string Hover = "%{x}<br>%{customdata}<extra>%{fullData.name}</extra>";

    public static IEnumerable<Trace> Lines(LineChart chart)
    {
        object[] x = [.. chart.X.Select(Position)];
        for (int i = 0; i < chart.Series.Count; i++)
        {
            if (Enumerable.Range(0, x.Length).Any(at => ChartShape.HasBand(chart.Series[i], at)))
                yield return Band(chart, i, x);
            yield return Line(chart, i, x);
        }
    }

    public static IEnumerable<Trace> Bars(BarChart chart)
    {
        string[] categories = chart.Horizontal ? PlotlyText.Labels(ChartShape.Distinct(chart.Categories)) : PlotlyText.Narrow(chart.Categories);
        var format = chart.ValueAxis.Format;
        bool labelled = chart.Series.Count == 1 && categories.Length <= 14;
        foreach (var (i, series) in chart.Series.Index())
        {
            double?[] values = PlotlyText.Values(format, series.Values);
            var trace = new Trace("bar")
                .With("name", PlotlyText.Label(series.Name))
                .With("orientation", chart.Horizontal ? "h" : "v")
                .With("x", chart.Horizontal ? values : categories)
                .With("y", chart.Horizontal ? categories : values)
                .With("customdata", Texts(format, series))
                .With("hovertemplate", chart.Horizontal ? Hover.Replace("%{x}", "%{y}", StringComparison.Ordinal) : Hover)
                .With("marker", new { color = Palette.Of(i) });
            bool whiskers = series.Lower.Count > 0;
            if (labelled && !whiskers)
                trace.With("text", series.Values.Select(value => format.Write(value))).With("textposition", "outside")
                    .With("textangle", 0).With("constraintext", "none").With("cliponaxis", false);
            yield return whiskers ? trace.With(chart.Horizontal ? "error_x" : "error_y", Whiskers(format, series)) : trace;
            if (labelled && whiskers)
                yield return Labels(chart.Horizontal, categories, format, series);
        }
    }

    // The values of bars with whiskers, written where bar and whisker have ended: inside a short bar they would be cut.
    private static Trace Labels(bool horizontal, string[] categories, Format format, Series series)
    {
        double?[] ends = PlotlyText.Values(format, series.Values.Select((value, i) => double.IsNaN(value) ? value : Math.Max(0, ChartShape.HasBand(series, i) ? series.Upper[i] : value)));
        return new Trace("scatter")
            .With("mode", "text")
            .With("x", horizontal ? ends : categories)
            .With("y", horizontal ? categories : ends)
            .With("text", series.Values.Select(value => horizontal ? "\u00A0" + format.Write(value) : format.Write(value)))
            .With("textposition", horizontal ? "middle right" : "top center")
            .With("cliponaxis", false)
            .With("hoverinfo", "skip")
            .With("showlegend", false);
    }

    public static IEnumerable<Trace> Cells(HeatMap chart)
    {
        var format = chart.ValueFormat;
        var (low, high) = Palette.Span(chart.Values.SelectMany(row => row));
        var colours = Palette.Scale(low, high);
        yield return new Trace("heatmap")
            .With("x", PlotlyText.Labels(ChartShape.Distinct(chart.Columns)))
            .With("y", PlotlyText.Labels(ChartShape.Distinct(chart.Rows)))
            .With("z", chart.Values.Select(row => PlotlyText.Values(format, row)))
            .With("text", chart.Values.Select(row => row.Select(value => format.Write(value))))
            .With("texttemplate", "%{text}")
            .With("hovertemplate", "%{y} · %{x}<br>%{text}<extra></extra>")
            .With("hoverongaps", false)
            .With("xgap", 1).With("ygap", 1)
            .With("zmin", PlotlyText.Value(format, low)!).With("zmax", PlotlyText.Value(format, high)!)
            .With("colorscale", colours.Select((colour, i) => new object[] { i / (colours.Count - 1.0), colour }))
            .With("colorbar", new { tickformat = PlotlyText.TickFormat(format), tickprefix = PlotlyText.Prefix(format), ticksuffix = format.Kind == FormatKind.Points ? "\u00A0pp" : "", thickness = 12, outlinewidth = 0 });
    }

    public static IEnumerable<Trace> Waterfall(WaterfallChart chart)
    {
        var format = chart.ValueAxis.Format;
        double end = chart.Start + chart.Contributions.Sum();
        yield return new Trace("waterfall")
            .With("x", PlotlyText.Narrow([chart.StartLabel, .. chart.Steps, chart.EndLabel]))
            .With("y", PlotlyText.Values(format, [chart.Start, .. chart.Contributions, end]))
            .With("measure", (string[])["absolute", .. chart.Steps.Select(_ => "relative"), "total"])
            .With("text", (string[])[format.Write(chart.Start), .. chart.Contributions.Select(value => Changes.Write(format, value)), format.Write(end)])
            .With("textposition", "outside")
            .With("cliponaxis", false)
            .With("hovertemplate", "%{x}<br>%{text}<extra></extra>")
            .With("increasing", new { marker = new { color = Palette.Up } })
            .With("decreasing", new { marker = new { color = Palette.Down } })
            .With("totals", new { marker = new { color = Palette.Total } })
            .With("connector", new { line = new { color = "rgba(128,128,128,0.6)", width = 1 } });
    }

    private static Trace Line(LineChart chart, int i, object[] x) => new Trace("scatter")
        .With("mode", x.Length <= 40 && !chart.Stepped ? "lines+markers" : "lines")
        .With("name", PlotlyText.Label(chart.Series[i].Name))
        .With("x", x)
        .With("y", PlotlyText.Values(chart.YAxis.Format, chart.Series[i].Values))
        .With("text", Texts(chart.YAxis.Format, chart.Series[i]))
        .With("hovertemplate", "%{text}")
        .With("line", chart.Stepped ? (object)new { color = Palette.Of(i), width = 2, shape = "hv" } : new { color = Palette.Of(i), width = 2 })
        .With("marker", new { size = 5 });

    // One outline for each stretch without gaps; a null between two outlines parts them.
    private static Trace Band(LineChart chart, int i, object[] x)
    {
        var series = chart.Series[i];
        var (outlineX, outlineY) = (new List<object?>(), new List<double?>());
        foreach (var run in ChartShape.Runs(x.Length, at => ChartShape.HasBand(series, at)))
        {
            (int X, int Y)[] there = [.. chart.Stepped ? ChartShape.Corners(run) : ChartShape.Places(run)];
            outlineX.AddRange([.. there.Select(at => x[at.X]), .. there.Reverse().Select(at => x[at.X]), null]);
            outlineY.AddRange([.. there.Select(at => PlotlyText.Value(chart.YAxis.Format, series.Upper[at.Y])),
                .. there.Reverse().Select(at => PlotlyText.Value(chart.YAxis.Format, series.Lower[at.Y])), null]);
        }
        return new Trace("scatter")
            .With("x", outlineX).With("y", outlineY)
            .With("fill", "toself").With("fillcolor", Palette.Faded(Palette.Of(i), 0.18))
            .With("mode", "lines").With("line", new { width = 0 })
            .With("hoverinfo", "skip").With("showlegend", false);
    }

    private static IEnumerable<string> Texts(Format format, Series series) => series.Values.Select((value, i) =>
        ChartShape.HasBand(series, i) ? $"{format.Write(value)} [{format.Write(series.Lower[i])}, {format.Write(series.Upper[i])}]" : format.Write(value));

    private static object Whiskers(Format format, Series series) => new
    {
        type = "data",
        symmetric = false,
        thickness = 1.2,
        width = 4,
        color = "rgba(60,60,60,0.8)",
        array = PlotlyText.Values(format, series.Upper.Zip(series.Values, (upper, value) => upper - value)),
        arrayminus = PlotlyText.Values(format, series.Values.Zip(series.Lower, (value, lower) => value - lower)),
    };

    private static object Position(object x) => x switch
    {
        DateOnly or DateTime or DateTimeOffset => CsvText.Iso(x),
        string words => PlotlyText.Label(words),
        _ => x,
    };
}
