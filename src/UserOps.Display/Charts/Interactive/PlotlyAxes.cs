using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>The axes and legend of each kind of figure.</summary>
internal static class PlotlyAxes
{
    public static Layout Lines(LineChart chart) => Legend(chart.Series.Count, new Layout())
        .With("xaxis", Positions(chart))
        .With("yaxis", Values(chart.YAxis, fromZero: chart.Series.All(series => series.Values.Concat(series.Lower).All(value => !(value < 0)))))
        .With("hovermode", "x unified");

    public static Layout Bars(BarChart chart)
    {
        object categories = Categories(chart.CategoryAxis, reversed: chart.Horizontal);
        object values = Values(chart.ValueAxis, fromZero: false);
        return Legend(chart.Series.Count, new Layout())
            .With("barmode", chart.Stacked ? "relative" : "group")
            .With("bargap", 0.25)
            .With("xaxis", chart.Horizontal ? values : categories)
            .With("yaxis", chart.Horizontal ? categories : values);
    }

    public static Layout Cells(HeatMap chart) => new Layout()
        .With("xaxis", Categories(chart.ColumnAxis, reversed: false, grid: false))
        .With("yaxis", Categories(chart.RowAxis, reversed: true, grid: false));

    public static Layout Waterfall(WaterfallChart chart) => new Layout()
        .With("xaxis", new { type = "category", showgrid = false })
        .With("yaxis", Values(chart.ValueAxis, fromZero: false));

    public static Layout Funnel(FunnelChart chart) => new Layout()
        .With("xaxis", new { visible = false })
        .With("yaxis", new { type = "category", showgrid = false, ticks = "", autorange = "reversed", range = new[] { chart.Steps.Count - 0.5, -0.5 } });

    private static Layout Legend(int series, Layout layout) => series < 2 ? layout : layout.With("showlegend", true);

    private static object Positions(LineChart chart) => (chart.X.Count == 0 ? null : chart.X[0]) switch
    {
        DateOnly or DateTime or DateTimeOffset => new { type = "date", title = Title(chart.XAxis), hoverformat = "%Y-%m-%d", showgrid = false },
        string => new { type = "category", title = Title(chart.XAxis), showgrid = false },
        _ => new { title = Title(chart.XAxis), tickformat = PlotlyText.TickFormat(chart.XAxis.Format), showgrid = false },
    };

    private static object Categories(Axis axis, bool reversed, bool grid = false) =>
        new { type = "category", title = Title(axis), autorange = reversed ? "reversed" : (object)true, showgrid = grid, ticks = "" };

    private static object Values(Axis axis, bool fromZero) => new
    {
        title = Title(axis), tickformat = PlotlyText.TickFormat(axis.Format), tickprefix = PlotlyText.Prefix(axis.Format), rangemode = fromZero ? "tozero" : "normal",
    };

    private static object Title(Axis axis) => new { text = PlotlyText.Label(ChartShape.Title(axis)) };
}
