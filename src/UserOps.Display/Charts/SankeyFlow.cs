namespace UserOps.Display.Charts;

/// <summary>What follows from a Sankey chart's links alone: the size and the layer of every node.</summary>
internal static class SankeyFlow
{
    /// <summary>The greater of what enters and what leaves each node.</summary>
    public static double[] Sizes(SankeyChart chart)
    {
        var (enters, leaves) = (new double[chart.Nodes.Count], new double[chart.Nodes.Count]);
        foreach (var link in chart.Links)
        {
            leaves[link.Source] += link.Value;
            enters[link.Target] += link.Value;
        }
        return [.. enters.Zip(leaves, Math.Max)];
    }

    /// <summary>The longest way from a source to each node, in links: who leaves early stands early, and labels do not crowd at the end.</summary>
    /// <exception cref="ArgumentException">The links lead round in a circle.</exception>
    public static int[] Layers(SankeyChart chart)
    {
        int[] layers = new int[chart.Nodes.Count];
        for (int pass = 0; pass <= chart.Nodes.Count; pass++)
        {
            bool moved = false;
            foreach (var link in chart.Links.Where(link => layers[link.Target] <= layers[link.Source]))
                (layers[link.Target], moved) = (layers[link.Source] + 1, true);
            if (!moved)
                return layers;
        }
        throw new ArgumentException($"The flows of '{chart.Title}' lead round in a circle; a Sankey chart needs them to go one way. Name a node anew at each step.");
    }
}
