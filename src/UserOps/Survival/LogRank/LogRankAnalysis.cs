using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Survival;

/// <summary>Whether groups differ in survival.</summary>
public static class LogRankAnalysis
{
    /// <summary>Tests whether all groups have the same survival.</summary>
    /// <remarks>D. P. Harrington and T. R. Fleming (1982), Biometrika 69; weights by R. E. Tarone and J. Ware (1977), Biometrika 64.
    /// Groups whose curves cross can differ without the test showing it.</remarks>
    /// <exception cref="UserOpsException">There is no such column, or it has too many values.</exception>
    /// <exception cref="InsufficientDataException">There is one group only, or no event at a time at which two groups are at risk.</exception>
    public static LogRankResult LogRank(this SurvivalData data, LogRankDefinition definition)
    {
        if (definition.Weights is LogRankWeights.FlemingHarrington { Rho: var rho } && !double.IsFinite(rho))
            throw new UserOpsException($"The power rho is {rho}; a finite number is needed, such as 1.");
        var groups = SpellGroups.By(data, definition.By);
        if (groups.Names.Length < 2)
            throw new InsufficientDataException($"one group only ('{groups.Names[0]}' in '{definition.By}')", "two or more", "Compare by a column with more than one value.");
        var strata = SpellGroups.By(data, definition.Strata);
        var sums = new LogRankSums(groups.Names.Length, definition.Weights);
        for (int stratum = 0; stratum < strata.Names.Length; stratum++)
            sums.Add(data, groups.Of, [.. strata.Rows(stratum).Where(row => groups.Of[row] >= 0)]);
        (double chiSquare, int freedom) = Test(sums);
        if (freedom == 0)
            throw new InsufficientDataException("no event while spells of two groups were at risk", "at least one", "Watch longer, or join groups.");
        return new()
        {
            Definition = definition,
            Data = data,
            Groups = [.. groups.Names.Select((name, i) => new LogRankGroup(name, groups.Of.Count(group => group == i), sums.Observed[i], sums.Expected[i]))],
            ChiSquare = chiSquare,
            DegreesOfFreedom = freedom,
        };
    }

    /// <summary>The quadratic form of observed less expected over all groups but one; groups that are never compared take no part.</summary>
    private static (double ChiSquare, int DegreesOfFreedom) Test(LogRankSums sums)
    {
        int[] compared = [.. Enumerable.Range(0, sums.Expected.Length).Where(group => sums.Variance[group, group] > 0)];
        if (compared.Length < 2)
            return (0, 0);
        int[] used = compared[..^1];
        var difference = Vector<double>.Build.Dense(used.Length, i => sums.Observed[used[i]] - sums.Expected[used[i]]);
        var variance = Matrix<double>.Build.Dense(used.Length, used.Length, (i, j) => sums.Variance[used[i], used[j]]);
        return (difference.DotProduct(variance.Cholesky().Solve(difference)), used.Length);
    }
}
