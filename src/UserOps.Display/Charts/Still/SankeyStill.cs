namespace UserOps.Display.Charts;

internal static class SankeyStill
{
    private const double Thickness = 14;

    public static void Draw(Sheet sheet, Area area, SankeyChart chart)
    {
        var nodes = SankeyLayout.Place(chart, area.Height - 12);
        int last = nodes.Select(node => node.Layer).DefaultIfEmpty(0).Max();
        string[] labels = [.. chart.Nodes.Select((name, i) => $"{Words.Fit(name, area.Width * 0.23, Frame.LabelSize)} {chart.ValueFormat.Write(nodes[i].Size)}")];
        double room = labels.Where((_, i) => nodes[i].Layer == last).Select(label => Words.Measure(label, Frame.LabelSize)).DefaultIfEmpty(0).Max() + 8;
        double step = last == 0 ? 0 : (area.Width - room - Thickness) / last;
        double X(int node) => area.Left + nodes[node].Layer * step;
        double top = area.Top + 6;

        foreach (var (link, flow) in SankeyLayout.Flows(chart, nodes))
            sheet.Fill(
                Outline.Ribbon(X(link.Source) + Thickness, X(link.Target), top + flow.Leaves, top + flow.Enters, Math.Max(flow.Width, 0.5)), Palette.Of(link.Source), 0.35,
                $"{chart.Nodes[link.Source]} → {chart.Nodes[link.Target]}: {chart.ValueFormat.Write(link.Value)}");
        var shown = nodes.Index().Where(pair => pair.Item.Size > 0).ToList();
        foreach (var (i, node) in shown)
            sheet.Fill(Outline.Rectangle(X(i), top + node.Top, Thickness, Math.Max(node.Height, 1)), Palette.Of(i), tip: labels[i]);
        foreach (var (i, node) in shown)
            sheet.Write(X(i) + Thickness + 5, top + node.Top + node.Height / 2 + 4, labels[i], new Words { Size = Frame.LabelSize });
    }
}
