using UserOps.Budget;

namespace UserOps.Tests.Budget;

/// <summary>The best division of a budget on a grid, channel after channel (dynamic programming): a lower bound that knows nothing of slopes.</summary>
internal static class GridSearch
{
    private const int Steps = 150;

    public static double Best(BudgetPlan plan)
    {
        double free = plan.Budget - plan.Lines.Sum(line => line.Bounds.Lower);
        double[] best = new double[Steps + 1];
        foreach (var line in plan.Lines)
        {
            double[] next = new double[Steps + 1];
            for (int spent = 0; spent <= Steps; spent++)
                next[spent] = Enumerable.Range(0, spent + 1).Max(more => Spend(line, more) is { } spend ? best[spent - more] + line.Channel.Curve.Response(spend) : double.NegativeInfinity);
            best = next;
        }
        return best[Steps];

        double? Spend(BudgetLine line, int more) => line.Bounds.Lower + free * more / Steps is var spend && spend <= line.Bounds.Upper ? spend : null;
    }
}
