namespace UserOps.Decomposition;

/// <summary>How the change of a product is shared among its factors. Every rule is exact: the shares add up to the change.</summary>
public enum SplitRule
{
    /// <summary>By the logarithms of the factors' growth (LMDI I, additive); where a factor is negative, Shapley takes its place.</summary>
    Lmdi,
    /// <summary>The mean effect of a leaf over all orders in which the leaves can change (Shapley value).</summary>
    Shapley,
}

/// <summary>Which leaf of a key figure moved it by how much.</summary>
public static class KpiChangeAnalysis
{
    /// <summary>Splits the change between two trees of the same shape over their leaves, without a residual.</summary>
    /// <param name="before">The key figure in the earlier period.</param>
    /// <param name="after">The key figure in the later period.</param>
    /// <param name="rule">How the change of a product is shared.</param>
    /// <exception cref="UserOpsException">The trees differ in shape or names, or a name repeats; or there are too many leaves for Shapley.</exception>
    /// <remarks>
    /// B. W. Ang (2015), "LMDI decomposition approach: a guide for implementation", Energy Policy 86, with the analytical limits for zero values
    /// of B. W. Ang, F. Q. Zhang and K.-H. Choi (1998), Energy 23; L. S. Shapley (1953), "A value for n-person games". Derivation: docs/methods/kpi-decomposition.md.
    /// A split is arithmetic: it says which factor moved, never why.
    /// </remarks>
    public static KpiChange ChangeTo(this KpiTree before, KpiTree after, SplitRule rule = SplitRule.Lmdi)
    {
        RequireSameShape(before, after);
        bool lmdi = rule == SplitRule.Lmdi && Lmdi.Applies(before, after);
        var amounts = lmdi ? Lmdi.Split(before, after) : Shapley.Split(before, after);
        return new()
        {
            Before = before,
            After = after,
            AskedRule = rule,
            Rule = lmdi ? SplitRule.Lmdi : SplitRule.Shapley,
            Contributions = [.. before.Leaves.Zip(after.Leaves, (b, a) => new KpiContribution(b.Name, b.Value, a.Value, amounts[b.Name]))],
        };
    }

    private static void RequireSameShape(KpiTree before, KpiTree after)
    {
        var (first, second) = (before.Nodes.ToList(), after.Nodes.ToList());
        if (first.GroupBy(pair => pair.Node.Name).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new UserOpsException($"Two nodes of the tree are called '{repeated.Key}'. Give each its own name.");
        bool same = first.Count == second.Count && first.Zip(second).All(pair => Same(pair.First, pair.Second));
        if (!same)
            throw new UserOpsException(
                $"'{before.Name}' and '{after.Name}' are not the same tree: {Words(first)} against {Words(second)}. Build both periods by one function.");
    }

    private static bool Same((KpiTree Node, int Depth) a, (KpiTree Node, int Depth) b) =>
        a.Depth == b.Depth && a.Node.Name == b.Node.Name && a.Node.GetType() == b.Node.GetType();

    private static string Words(List<(KpiTree Node, int Depth)> nodes) => string.Join(", ", nodes.Select(pair => pair.Node.Name));
}
