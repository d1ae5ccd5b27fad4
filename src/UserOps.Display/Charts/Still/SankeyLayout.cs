namespace UserOps.Display.Charts;

/// <summary>Where the nodes of a Sankey chart stand: layers from left to right, in each the order that crosses flows little.</summary>
internal static class SankeyLayout
{
    private const double Gap = 14;
    private const int Sweeps = 8;

    public sealed record Node(int Layer, double Size)
    {
        public double Top { get; init; }

        public double Height { get; init; }
    }

    public static Node[] Place(SankeyChart chart, double height)
    {
        int[] layers = SankeyFlow.Layers(chart);
        Node[] nodes = [.. SankeyFlow.Sizes(chart).Select((size, i) => new Node(layers[i], size))];
        int[][] columns = [.. Enumerable.Range(0, nodes.Length).Where(i => nodes[i].Size > 0).GroupBy(i => layers[i]).OrderBy(layer => layer.Key).Select(layer => layer.ToArray())];
        if (columns.Length == 0)
            return nodes;
        double gap = Math.Min(Gap, height / 2 / columns.Max(column => column.Length));
        double scale = columns.Min(column => (height - gap * (column.Length - 1)) / column.Sum(i => nodes[i].Size));
        for (int sweep = 0; sweep < Sweeps; sweep++)
            foreach (int[] column in sweep % 2 == 0 ? columns : columns.Reverse())
            {
                if (sweep > 0)
                    Sort(column, chart, nodes, sweep % 2 == 0);
                Stack(column, nodes, scale, gap, height);
            }
        return nodes;
    }

    /// <summary>Each flow with the heights at which it leaves and enters, and its width.</summary>
    public static IEnumerable<(SankeyLink Link, (double Leaves, double Enters, double Width) Flow)> Flows(SankeyChart chart, Node[] nodes)
    {
        var links = chart.Links.Where(link => link.Value > 0).ToList();
        var leaves = Starts(links.OrderBy(link => nodes[link.Target].Top), link => link.Source, nodes);
        var enters = Starts(links.OrderBy(link => nodes[link.Source].Top), link => link.Target, nodes);
        return links.Select(link => (link, (leaves[link], enters[link], Width(link, nodes))));
    }

    private static Dictionary<SankeyLink, double> Starts(IEnumerable<SankeyLink> ordered, Func<SankeyLink, int> end, Node[] nodes)
    {
        double[] used = [.. nodes.Select(node => node.Top)];
        var starts = new Dictionary<SankeyLink, double>(ReferenceEqualityComparer.Instance);
        foreach (var link in ordered)
        {
            starts[link] = used[end(link)];
            used[end(link)] += Width(link, nodes);
        }
        return starts;
    }

    private static double Width(SankeyLink link, Node[] nodes) => link.Value / nodes[link.Source].Size * nodes[link.Source].Height;

    // By the mean height of the neighbours on the side that was placed just before.
    private static void Sort(int[] column, SankeyChart chart, Node[] nodes, bool byEntering)
    {
        double[] keys = [.. column.Select(i => Neighbours(chart, i, byEntering).Select(pair => (Height: Middle(nodes[pair.Node]), pair.Value)).ToList() is { Count: > 0 } near
            ? near.Sum(pair => pair.Height * pair.Value) / near.Sum(pair => pair.Value)
            : Middle(nodes[i]))];
        Array.Sort(keys, column);
    }

    private static IEnumerable<(int Node, double Value)> Neighbours(SankeyChart chart, int node, bool entering) => entering
        ? chart.Links.Where(link => link.Target == node && link.Value > 0).Select(link => (link.Source, link.Value))
        : chart.Links.Where(link => link.Source == node && link.Value > 0).Select(link => (link.Target, link.Value));

    private static double Middle(Node node) => node.Top + node.Height / 2;

    private static void Stack(int[] column, Node[] nodes, double scale, double gap, double height)
    {
        double used = column.Sum(i => nodes[i].Size * scale) + gap * (column.Length - 1);
        double top = (height - used) / 2;
        foreach (int i in column)
        {
            nodes[i] = nodes[i] with { Top = top, Height = nodes[i].Size * scale };
            top += nodes[i].Height + gap;
        }
    }
}
