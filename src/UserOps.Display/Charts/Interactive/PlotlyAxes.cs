using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>The axes and legend of each kind of figure.</summary>
internal static class PlotlyAxes
{
    // Ticks that are not seen keep labels off the marks.
    private const string Clear = "rgba(0,0,0,0)";

    public static Layout Lines(LineChart chart)
    {
        var layout = new Layout()
            .With("xaxis", Positions(chart))
            .With("yaxis", Values(chart.YAxis, fromZero: chart.Series.All(series => series.Values.Concat(series.Lower).All(value => !(value < 0)))))
            .With("hovermode", "x unified");
        return chart.Below is { } counts ? layout.With("annotations", CountsBelow(counts)) : layout;
    }

    public static Layout Bars(BarChart chart)
    {
        object categories = Categories(chart.CategoryAxis, reversed: chart.Horizontal);
        object values = Values(chart.ValueAxis, fromZero: false);
        return new Layout()
            .With("barmode", chart.Stacked ? "relative" : "group")
            .With("bargap", 0.25)
            .With("xaxis", chart.Horizontal ? values : categories)
            .With("yaxis", chart.Horizontal ? categories : values);
    }

    public static Layout Cells(HeatMap chart) => new Layout()
        .With("xaxis", Categories(chart.ColumnAxis, reversed: false))
        .With("yaxis", Categories(chart.RowAxis, reversed: true));

    public static Layout Waterfall(WaterfallChart chart) => new Layout()
        .With("xaxis", new { type = "category", showgrid = false, tickcolor = Clear, tickangle = 0 })
        .With("yaxis", Values(chart.ValueAxis, fromZero: false));

    public static Layout Funnel(FunnelChart chart) => new Layout()
        .With("xaxis", new { visible = false })
        .With("yaxis", new { type = "category", showgrid = false, tickcolor = Clear, autorange = "reversed" })
        .With("annotations", chart.Steps.Select((_, i) => Counts(chart, i)));

    private static object Positions(LineChart chart) => (chart.X.Count == 0 ? null : chart.X[0]) switch
    {
        DateOnly or DateTime or DateTimeOffset => new { type = "date", title = Title(chart.XAxis), hoverformat = "%Y-%m-%d", showgrid = false, zeroline = false },
        string => new { type = "category", title = Title(chart.XAxis), showgrid = false },
        _ => new { title = Title(chart.XAxis), tickformat = PlotlyText.TickFormat(chart.XAxis.Format), showgrid = false, zeroline = false },
    };

    private static object Categories(Axis axis, bool reversed) =>
        new { type = "category", title = Title(axis), autorange = reversed ? "reversed" : (object)true, showgrid = false, tickcolor = Clear };

    private static object Values(Axis axis, bool fromZero) => new
    {
        title = Title(axis),
        tickformat = PlotlyText.TickFormat(axis.Format),
        tickprefix = PlotlyText.Prefix(axis.Format),
        rangemode = fromZero ? "tozero" : "normal",
    };

    private static IEnumerable<object> CountsBelow(CountRows counts) =>
    [
        Below(counts.Title, 0, "paper", 0, "left", null),
        .. counts.Rows.SelectMany((row, i) => row.Select((count, at) => Below(Format.Count.Write(count), counts.At[at], "x", i + 1, "center", Palette.Of(i)))),
    ];

    private static object Below(string text, double x, string reference, int row, string anchor, string? colour) => new
    {
        xref = reference,
        x,
        xanchor = anchor,
        yref = "paper",
        y = 0,
        yanchor = "top",
        yshift = -42 - row * CountRows.RowHeight,
        showarrow = false,
        font = new { size = 11, color = colour },
        text = PlotlyText.Label(text),
    };

    // Beside the bars, where there is room for them however thin a bar is.
    private static object Counts(FunnelChart chart, int step) => new
    {
        xref = "paper",
        x = 1.01,
        xanchor = "left",
        yref = "y",
        y = step,
        showarrow = false,
        align = "left",
        font = new { size = 11 },
        text = FunnelWords.Of(chart, step, "<br>"),
    };

    private static object Title(Axis axis) => new { text = PlotlyText.Label(ChartShape.Title(axis)) };
}
