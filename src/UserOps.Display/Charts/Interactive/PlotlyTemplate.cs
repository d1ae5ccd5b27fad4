using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>The look that all figures share; a tenth of the size of Plotly.NET's own template.</summary>
internal static class PlotlyTemplate
{
    private static readonly object Axis = new
    {
        automargin = true,
        tickfont = new { size = 12 },
        gridcolor = "rgba(128,128,128,0.22)",
        linecolor = "rgba(128,128,128,0.6)",
        zerolinecolor = "rgba(128,128,128,0.6)",
        ticks = "outside",
        tickcolor = "rgba(128,128,128,0.4)",
        ticklen = 4,
        zeroline = true,
        title = new { standoff = 8, font = new { size = 13 } },
    };

    public static Template Light { get; } = new Template().With("layout", new Layout()
        .With("font", new { family = Fonts.Stack, size = 13, color = "#1F2328" })
        .With("title", new { font = new { size = 16 } })
        .With("paper_bgcolor", "#FFFFFF")
        .With("plot_bgcolor", "rgba(0,0,0,0)")
        .With("colorway", Palette.All)
        .With("hoverlabel", new { align = "left", bgcolor = "#1F2328", font = new { color = "#FFFFFF" } })
        .With("modebar", new { bgcolor = "rgba(0,0,0,0)", color = "rgba(128,128,128,0.6)", activecolor = "rgba(128,128,128,1)" })
        .With("legend", new { orientation = "h", x = 0, y = 1.01, xanchor = "left", yanchor = "bottom" })
        .With("xaxis", Axis)
        .With("yaxis", Axis));
}
