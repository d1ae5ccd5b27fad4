namespace UserOps.Experiments.Multiplicity;

/// <summary>How p-values are made honest when several questions are asked of one experiment.</summary>
public enum MultiplicityMethod
{
    /// <summary>The chance of any false finding, whatever the dependence between tests (Holm 1979).</summary>
    Holm,
    /// <summary>The chance of any false finding, for independent or positively dependent tests (Hochberg 1988).</summary>
    Hochberg,
    /// <summary>The same, never larger than Hochberg's (Hommel 1988).</summary>
    Hommel,
    /// <summary>The expected share of false findings, for independent or positively dependent tests (Benjamini and Hochberg 1995).</summary>
    BenjaminiHochberg,
    /// <summary>The expected share of false findings, whatever the dependence between tests (Benjamini and Yekutieli 2001).</summary>
    BenjaminiYekutieli,
}

/// <summary>p-values adjusted for how many tests were made: below α they are findings at level α over all tests together.</summary>
/// <remarks>
/// S. Holm (1979), Scand. J. Statist. 6; Y. Hochberg (1988), Biometrika 75; G. Hommel (1988), Biometrika 75; Y. Benjamini and Y. Hochberg (1995), JRSS B 57;
/// Y. Benjamini and D. Yekutieli (2001), Ann. Statist. 29. All tests that were looked at belong in the list: leaving out the dull ones undoes the adjustment.
/// </remarks>
public static class AdjustedPValues
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    /// <param name="pValues">p-values between 0 and 1; an empty list gives an empty one.</param>
    /// <param name="method">What is held at the level.</param>
    /// <exception cref="UserOpsException">A value is not between 0 and 1.</exception>
    public static double[] Of(IReadOnlyList<double> pValues, MultiplicityMethod method)
    {
        for (int i = 0; i < pValues.Count; i++)
            if (!(pValues[i] is >= 0 and <= 1))
                throw new UserOpsException(FormattableString.Invariant($"p-value {i + 1} is {pValues[i]}; a number between 0 and 1 is needed. Leave out tests that could not run."));
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        double[] ascending = [.. order.Select(i => pValues[i])], adjusted = Ascending(ascending, method), result = new double[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
            result[order[rank]] = adjusted[rank];
        return result;
    }

    private static double[] Ascending(double[] p, MultiplicityMethod method)
    {
        int n = p.Length;
        return method switch
        {
            MultiplicityMethod.Holm => StepDown(p),
            MultiplicityMethod.Hochberg => StepUp(p, rank => n - rank),
            MultiplicityMethod.Hommel => HommelStages(p),
            MultiplicityMethod.BenjaminiHochberg => StepUp(p, rank => (double)n / (rank + 1)),
            _ => StepUp(p, rank => Enumerable.Range(1, n).Sum(i => 1.0 / i) * n / (rank + 1)),
        };
    }

    private static double[] StepDown(double[] p)
    {
        double[] adjusted = new double[p.Length];
        double largest = 0;
        for (int rank = 0; rank < p.Length; rank++)
            adjusted[rank] = largest = Math.Max(largest, Math.Min(1, (p.Length - rank) * p[rank]));
        return adjusted;
    }

    private static double[] StepUp(double[] p, Func<int, double> factor)
    {
        double[] adjusted = new double[p.Length];
        double smallest = 1;
        for (int rank = p.Length - 1; rank >= 0; rank--)
            adjusted[rank] = smallest = Math.Min(smallest, factor(rank) * p[rank]);
        return adjusted;
    }

    // S. P. Wright (1992), "Adjusted p-values for simultaneous inference", Biometrics 48, appendix: for each number m of true hypotheses, Simes' test of the m largest.
    private static double[] HommelStages(double[] p)
    {
        int n = p.Length;
        double[] adjusted = [.. p];
        for (int m = n; m >= 2; m--)
        {
            double simes = double.PositiveInfinity;
            for (int rank = n - m + 1; rank < n; rank++)
                simes = Math.Min(simes, m * p[rank] / (rank - n + m + 1));
            for (int rank = 0; rank < n; rank++)
                adjusted[rank] = Math.Max(adjusted[rank], rank > n - m ? Math.Min(simes, m * p[n - m]) : Math.Min(simes, m * p[rank]));
        }
        return adjusted;
    }
}
