using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Survival;

/// <summary>Whether groups differ in survival.</summary>
public static class LogRankAnalysis
{
    // Variances are scaled to 1: what is less than this in a direction is rounding.
    private const double Nothing = 1e-9;

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

    /// <summary>
    /// The quadratic form of observed less expected by a generalised inverse of its variance, with as many degrees of freedom as that has directions: one less than the
    /// groups that are compared with each other, for each set of groups that never meet those of another set. Groups that are never compared take no part.
    /// </summary>
    private static (double ChiSquare, int DegreesOfFreedom) Test(LogRankSums sums)
    {
        int[] compared = [.. Enumerable.Range(0, sums.Expected.Length).Where(group => sums.Variance[group, group] > 0)];
        if (compared.Length < 2)
            return (0, 0);
        double[] spreads = Array.ConvertAll(compared, group => Math.Sqrt(sums.Variance[group, group]));
        var difference = Vector<double>.Build.Dense(compared.Length, i => (sums.Observed[compared[i]] - sums.Expected[compared[i]]) / spreads[i]);
        var eigen = Matrix<double>.Build.Dense(compared.Length, compared.Length, (i, j) => sums.Variance[compared[i], compared[j]] / spreads[i] / spreads[j]).Evd(Symmetricity.Symmetric);
        int[] directions = [.. Enumerable.Range(0, compared.Length).Where(k => eigen.EigenValues[k].Real > Nothing)];
        return (directions.Sum(k => Square(eigen.EigenVectors.Column(k).DotProduct(difference)) / eigen.EigenValues[k].Real), directions.Length);
    }

    private static double Square(double value) => value * value;
}
