using MathNet.Numerics.RootFinding;

namespace UserOps.Experiments.Sequential;

/// <summary>Bounds that keep the false-positive rate over several looks, by exact recursive integration.</summary>
public static class GroupSequentialAnalysis
{
    /// <summary>The bounds of each look.</summary>
    /// <exception cref="UserOpsException">A number of the design is out of its range.</exception>
    public static GroupSequentialBounds Bounds(this GroupSequentialDesign design)
    {
        design.Checked();
        double[] z = design.Boundary is StoppingBoundary.Spending spending ? Spend(design, spending.Function, design.Looks) : Fixed(design);
        return new() { Design = design, Z = z, Spent = Crossings(design, design.Looks, z, 0).Stopping.Select(Math.Abs).ToArray() };
    }

    /// <summary>Bounds such that each look spends what the function allows at its information.</summary>
    internal static double[] Spend(GroupSequentialDesign design, SpendingFunction function, IReadOnlyList<double> information)
    {
        var recursion = new ScoreRecursion(information);
        double[] z = new double[information.Count];
        double before = 0;
        for (int look = 0; look < z.Length; look++)
        {
            double spent = Sequential.Spent.At(function, design.SideAlpha, Math.Min(1, information[look]));
            z[look] = PointAbove(recursion, spent - before);
            recursion.GoOn(design.TwoSided ? -z[look] : double.NegativeInfinity, z[look]);
            before = spent;
        }
        return z;
    }

    /// <summary>How likely the experiment stops at each look.</summary>
    /// <param name="design">The design.</param>
    /// <param name="information">The information of each look.</param>
    /// <param name="z">The bound of each look, on the side that counts.</param>
    /// <param name="drift">The mean of the score per unit of information, positive in the direction that counts.</param>
    internal static (double[] Stopping, double[] Right) Crossings(GroupSequentialDesign design, IReadOnlyList<double> information, IReadOnlyList<double> z, double drift)
    {
        var recursion = new ScoreRecursion(information, drift);
        double[] stopping = new double[z.Count], right = new double[z.Count];
        for (int look = 0; look < z.Count; look++)
        {
            right[look] = recursion.Above(z[look]);
            stopping[look] = right[look] + (design.TwoSided ? recursion.Below(-z[look]) : 0);
            recursion.GoOn(design.TwoSided ? -z[look] : double.NegativeInfinity, z[look]);
        }
        return (stopping, right);
    }

    /// <summary>The bounds c (Pocock) or c ÷ √t (O'Brien and Fleming) that are crossed as often as the level allows.</summary>
    private static double[] Fixed(GroupSequentialDesign design)
    {
        double[] Shape(double c) => [.. design.Looks.Select(share => design.Boundary is StoppingBoundary.OBrienFleming ? c / Math.Sqrt(share) : c)];
        double Excess(double c) => Crossings(design, design.Looks, Shape(c), 0).Stopping.Sum() - (1 - design.Level);
        return Shape(Brent.FindRoot(Excess, -6, 9, 1e-13, 200));
    }

    /// <summary>The z value above which so much of the score lies at the next look; infinite where less than a double can hold is to be spent.</summary>
    private static double PointAbove(ScoreRecursion recursion, double probability)
    {
        if (!(probability > 1e-300))
            return double.PositiveInfinity;
        double low = -40, high = 40;
        for (int halving = 0; halving < 60; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = recursion.Above(middle) > probability ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }
}
