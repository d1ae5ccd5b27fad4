using UserOps.Statistics;

namespace UserOps.Decomposition;

/// <summary>The Shapley value of each leaf, where a set of leaves is worth the tree with just these leaves at their new value.</summary>
internal static class Shapley
{
    private const int MostLeaves = 16;

    public static Dictionary<string, double> Split(KpiTree before, KpiTree after)
    {
        // The parts of a sum share no leaf: their values add up, so each is a game of its own.
        if (before is KpiTree.Sum)
            return before.Parts.Zip(after.Parts).SelectMany(pair => Split(pair.First, pair.Second)).ToDictionary(StringComparer.Ordinal);
        string[] names = [.. before.Leaves.Select(leaf => leaf.Name)];
        return names.Zip(ShapleyValue.Of(Worths(before, after, names))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The value of the tree for each set of leaves; bit i stands for leaf i at its new value.</summary>
    private static double[] Worths(KpiTree before, KpiTree after, string[] names)
    {
        if (names.Length > MostLeaves)
            throw new UserOpsException(
                $"'{before.Name}' has {names.Length} leaves; the Shapley split takes at most {MostLeaves} in one product. Split a smaller tree, or choose LMDI.");
        double[] from = [.. before.Leaves.Select(leaf => leaf.Value)], to = [.. after.Leaves.Select(leaf => leaf.Value)];
        var place = Enumerable.Range(0, names.Length).ToDictionary(leaf => names[leaf], StringComparer.Ordinal);
        return [.. Enumerable.Range(0, 1 << names.Length).Select(set => before.With(name => ValueIn(set, place[name])).Value)];

        double ValueIn(int set, int leaf) => (set >> leaf & 1) == 1 ? to[leaf] : from[leaf];
    }
}
