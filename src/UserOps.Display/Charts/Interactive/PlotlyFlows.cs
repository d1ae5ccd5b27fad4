using Plotly.NET;

namespace UserOps.Display.Charts;

/// <summary>The traces of figures that show who went on and where to.</summary>
internal static class PlotlyFlows
{
    public static IEnumerable<Trace> Funnel(FunnelChart chart)
    {
        yield return new Trace("funnel")
            .With("y", PlotlyText.Labels(ChartShape.Distinct(chart.Steps)))
            .With("x", chart.Counts)
            .With("text", chart.Counts.Select((_, i) => PlotlyText.Label(FunnelWords.Of(chart, i))))
            .With("textinfo", "none")
            .With("hovertemplate", "%{y}<br>%{text}<extra></extra>")
            .With("marker", new { color = Palette.Up })
            .With("connector", new { fillcolor = Palette.Faded(Palette.Up, 0.15), line = new { width = 0 } });
    }

    public static IEnumerable<Trace> Sankey(SankeyChart chart)
    {
        string[] sizes = [.. SankeyFlow.Sizes(chart).Select(size => chart.ValueFormat.Write(size))];
        SankeyLink[] links = [.. chart.Links.Where(link => link.Value > 0)];
        yield return new Trace("sankey")
            .With("arrangement", "snap")
            .With("node", new
            {
                label = chart.Nodes.Select((name, i) => $"{PlotlyText.Label(TextWidth.Shorten(name, 24))} {sizes[i]}"),
                color = chart.Nodes.Select((_, i) => Palette.Of(i)),
                customdata = chart.Nodes.Select((name, i) => $"{PlotlyText.Label(name)}<br>{sizes[i]}"),
                align = "left",
                pad = 16,
                thickness = 14,
                line = new { width = 0 },
                hovertemplate = "%{customdata}<extra></extra>",
            })
            .With("link", new
            {
                source = links.Select(link => link.Source),
                target = links.Select(link => link.Target),
                value = links.Select(link => link.Value),
                color = links.Select(link => Palette.Faded(Palette.Of(link.Source), 0.35)),
                customdata = links.Select(link => $"{PlotlyText.Label(chart.Nodes[link.Source])} → {PlotlyText.Label(chart.Nodes[link.Target])}<br>{chart.ValueFormat.Write(link.Value)}"),
                hovertemplate = "%{customdata}<extra></extra>",
            });
    }
}
