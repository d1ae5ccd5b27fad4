using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Funnels;

/// <summary>Draws a path with its deviations as flows: to the next step, and beside it to what was done instead, or out. Steps of the path are numbered.</summary>
internal static class DeviationChart
{
    public static SankeyChart Of(DeviationResult result)
    {
        List<string> nodes = [.. result.Funnel.Steps.Select((step, i) => $"{i + 1} {step.Name}")];
        List<SankeyLink> links = [];
        for (int step = 0; step < result.Breaks.Count; step++)
        {
            Add(step, step + 1, result.Funnel.Steps[step + 1].Users);
            foreach (var next in result.Breaks[step].Next)
                Add(step, Node(next.Event), next.Users);
            if (result.Breaks[step].Left > 0)
                Add(step, Node("left"), result.Breaks[step].Left);
        }
        return new("Deviation from the path", nodes, links, Format.Count) { Subtitle = result.Funnel.CaptionText, Height = 480 };

        int Node(string name)
        {
            nodes.Add(name);
            return nodes.Count - 1;
        }

        void Add(int source, int target, long users)
        {
            if (users > 0)
                links.Add(new(source, target, users));
        }
    }
}
