namespace UserOps.Decomposition;

/// <summary>The logarithmic mean Divisia split. Each node carries a weight: its change times its weight is its part of the whole change.</summary>
internal static class Lmdi
{
    /// <summary>Whether no factor of a product is negative in either period.</summary>
    public static bool Applies(KpiTree before, KpiTree after) => before.Nodes.Concat(after.Nodes)
        .Where(pair => pair.Node is KpiTree.Product)
        .All(pair => pair.Node.Parts.All(part => part.Value >= 0));

    public static Dictionary<string, double> Split(KpiTree before, KpiTree after)
    {
        Dictionary<string, double> amounts = new(StringComparer.Ordinal);
        Add(before, after, 1, amounts);
        return amounts;
    }

    private static void Add(KpiTree before, KpiTree after, double weight, Dictionary<string, double> amounts)
    {
        if (before is KpiTree.Leaf)
            amounts.Add(before.Name, weight * (after.Value - before.Value));
        for (int part = 0; part < before.Parts.Count; part++)
            Add(before.Parts[part], after.Parts[part], before is KpiTree.Product ? weight * FactorWeight(before, after, part) : weight, amounts);
    }

    /// <summary>What one unit of a factor's change adds to the product: the logarithmic mean of the product over that of the factor.</summary>
    private static double FactorWeight(KpiTree before, KpiTree after, int part)
    {
        double from = before.Value, to = after.Value;
        if (from == 0 && to == 0)
            return 0;
        if (from == 0 || to == 0)
            return LimitWeight(from == 0 ? before : after, to - from, before.Parts[part].Value, after.Parts[part].Value);
        return Mean(from, to) / Mean(before.Parts[part].Value, after.Parts[part].Value);
    }

    /// <summary>The limit where a product comes from or falls to zero: the factors that are zero there share the whole change equally.</summary>
    private static double LimitWeight(KpiTree empty, double change, double from, double to)
    {
        bool isZero = from == 0 || to == 0;
        return isZero ? change / empty.Parts.Count(factor => factor.Value == 0) / (to - from) : 0;
    }

    /// <summary>The logarithmic mean of two positive numbers, by a series where they nearly agree.</summary>
    internal static double Mean(double a, double b)
    {
        double ratio = (a - b) / (a + b), square = ratio * ratio;
        return Math.Abs(ratio) < 1e-4
            ? (a + b) / 2 / (1 + square / 3 + square * square / 5)
            : (a - b) / Math.Log(a / b);
    }
}
