using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>Least squares with coefficients of zero or more.</summary>
/// <remarks>C. L. Lawson and R. J. Hanson (1974), "Solving Least Squares Problems", chapter 23, on the normal equations of scaled columns.</remarks>
internal static class NonNegativeFit
{
    private const double Rounding = 1e-12, Ridge = 1e-10;

    /// <summary>The coefficients.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="target">What they are to explain.</param>
    public static double[] Solve(double[][] columns, double[] target)
    {
        int count = columns.Length;
        double[] scales = [.. columns.Select(column => Math.Sqrt(Basis.Dot(column, column)))];
        bool[] useful = [.. scales.Select(scale => scale > 0)];
        double[,] products = new double[count, count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++)
        {
            right[i] = useful[i] ? Basis.Dot(columns[i], target) / scales[i] : 0;
            for (int j = 0; j < count; j++)
                products[i, j] = i == j ? 1 + Ridge : useful[i] && useful[j] ? Basis.Dot(columns[i], columns[j]) / scales[i] / scales[j] : 0;
        }
        double[] found = Solve(products, right, Rounding * Math.Sqrt(Basis.Dot(target, target)));
        return [.. found.Select((value, i) => useful[i] ? value / scales[i] : 0)];
    }

    private static double[] Solve(double[,] products, double[] right, double tolerance)
    {
        int count = right.Length;
        double[] at = new double[count];
        bool[] free = new bool[count];
        for (int round = 0; round < 10 * count; round++)
        {
            double[] slopes = [.. Enumerable.Range(0, count).Select(i => right[i] - Enumerable.Range(0, count).Sum(j => products[i, j] * at[j]))];
            int next = Enumerable.Range(0, count).Where(i => !free[i] && slopes[i] > tolerance).OrderByDescending(i => slopes[i]).FirstOrDefault(-1);
            if (next < 0)
                return at;
            free[next] = true;
            Settle(products, right, at, free);
        }
        return at;
    }

    /// <summary>Goes to the solution of the free ones; whoever would become negative on the way is fixed at 0.</summary>
    private static void Settle(double[,] products, double[] right, double[] at, bool[] free)
    {
        while (true)
        {
            int[] chosen = [.. Enumerable.Range(0, at.Length).Where(i => free[i])];
            double[,] part = new double[chosen.Length, chosen.Length];
            for (int i = 0; i < chosen.Length; i++)
                for (int j = 0; j < chosen.Length; j++)
                    part[i, j] = products[chosen[i], chosen[j]];
            double[] solved = (Cholesky.Of(part, out int spoiler, 1e-13) ?? throw new InvalidOperationException($"Column {spoiler} spoils a matrix with a ridge.")).Solve([.. chosen.Select(i => right[i])]);
            int[] negative = [.. Enumerable.Range(0, chosen.Length).Where(i => solved[i] <= 0)];
            double part1 = negative.Length == 0 ? 1 : negative.Min(i => at[chosen[i]] / (at[chosen[i]] - solved[i]));
            for (int i = 0; i < chosen.Length; i++)
                at[chosen[i]] += part1 * (solved[i] - at[chosen[i]]);
            if (negative.Length == 0)
                return;
            foreach (int i in chosen.Where(i => at[i] <= 1e-14))
                (at[i], free[i]) = (0, false);
            int stuck = negative.FirstOrDefault(i => at[chosen[i]] / (at[chosen[i]] - solved[i]) <= part1, -1);
            if (stuck >= 0)
                (at[chosen[stuck]], free[chosen[stuck]]) = (0, false);
        }
    }
}
