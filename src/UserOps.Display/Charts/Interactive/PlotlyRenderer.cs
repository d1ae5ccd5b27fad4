using Newtonsoft.Json;
using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>Draws charts as Plotly figures with Plotly.NET's traces and layouts.</summary>
internal static class PlotlyRenderer
{
    private const int Columns = 90;

    private static readonly object Config = new
    {
        responsive = true,
        displaylogo = false,
        modeBarButtonsToRemove = (string[])["select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d"],
    };

    public static string ToJson(Chart chart)
    {
        ChartShape.Check(chart);
        var (traces, layout) = chart switch
        {
            LineChart line => (PlotlyTraces.Lines(line), PlotlyAxes.Lines(line)),
            BarChart bar => (PlotlyTraces.Bars(bar), PlotlyAxes.Bars(bar)),
            HeatMap map => (PlotlyTraces.Cells(map), PlotlyAxes.Cells(map)),
            WaterfallChart waterfall => (PlotlyTraces.Waterfall(waterfall), PlotlyAxes.Waterfall(waterfall)),
            FunnelChart funnel => (PlotlyFlows.Funnel(funnel), PlotlyAxes.Funnel(funnel)),
            SankeyChart sankey => (PlotlyFlows.Sankey(sankey), new Layout()),
            UpSetChart upSet => (PlotlyUpSet.Traces(upSet), PlotlyUpSet.Layout(upSet)),
            _ => throw new NotSupportedException($"A {chart.GetType().Name} has no drawing."),
        };
        Frame(chart, layout);
        var figure = new { data = traces, layout, config = Config };
        // Inside a page, "</script>" in a label would end the script that holds the figure.
        return JsonConvert.SerializeObject(figure, Globals.JSON_CONFIG).Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    /// <summary>An item of a figure with one more attribute, by its name in Plotly.</summary>
    public static T With<T>(this T item, string attribute, object value) where T : DynamicObj.DynamicObj
    {
        item.SetProperty(attribute, value);
        return item;
    }

    // The values of bars on their side are written behind them.
    private static int RoomForLabels(BarChart chart) =>
        Math.Clamp(18 + 8 * chart.Series.SelectMany(series => series.Values).Select(value => chart.ValueAxis.Format.Write(value).Length).DefaultIfEmpty(0).Max(), 64, 130);

    private static void Frame(Chart chart, Layout layout)
    {
        bool legend = chart is LineChart { Series.Count: > 1 } or BarChart { Series.Count: > 1 };
        string title = $"<b>{PlotlyText.Wrapped(chart.Title, Columns)}</b>";
        string subtitle = chart.Subtitle.Length == 0 ? "" : $"<br><span style=\"font-size:12px\">{PlotlyText.Wrapped(chart.Subtitle, Columns + 20)}</span>";
        int lines = TextWidth.Wrap(chart.Title, Columns).Count + (chart.Subtitle.Length == 0 ? 0 : TextWidth.Wrap(chart.Subtitle, Columns + 20).Count);
        layout
            .With("template", PlotlyTemplate.Light)
            .With("title", new { text = title + subtitle, x = 0, xref = "container", xanchor = "left", y = 1, yref = "container", yanchor = "top", pad = new { l = 12, t = 12 } })
            .With("showlegend", legend)
            .With("margin", new { l = 12, r = chart switch { FunnelChart => 136, BarChart { Horizontal: true } bar => RoomForLabels(bar), _ => 16 }, t = 24 + 20 * lines + (legend ? 26 : 8), b = chart is LineChart { Below: { } counts } ? 48 + counts.Height : 16 })
            .With("height", ChartShape.Height(chart));
    }
}
