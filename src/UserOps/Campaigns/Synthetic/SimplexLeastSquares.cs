using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>Weights of at least 0 that sum to 1 and bring a mixture of columns nearest to a target in squares.</summary>
/// <remarks>
/// An active-set method: columns come in one by one where the slope says so and go out when their weight reaches 0, until the Karush–Kuhn–Tucker conditions hold to
/// the tolerance (J. Nocedal and S. J. Wright, 2006, "Numerical Optimization", section 16.5). It ends after finitely many steps at the exact solution. Where columns are
/// dependent, a ridge of 10⁻¹⁰ of the mean square keeps the equations solvable; one of several equal mixtures is then found, the same in every run.
/// </remarks>
internal static class SimplexLeastSquares
{
    private const double Ridge = 1e-10, Tolerance = 1e-9;

    /// <summary>The weights.</summary>
    /// <param name="columns">The columns, each as long as the target.</param>
    /// <param name="target">The target.</param>
    public static double[] Solve(IReadOnlyList<double[]> columns, ReadOnlySpan<double> target)
    {
        int count = columns.Count;
        double[,] gram = new double[count, count];
        double[] slopes = new double[count];
        for (int i = 0; i < count; i++)
        {
            slopes[i] = Dot(columns[i], target);
            for (int j = 0; j <= i; j++)
                gram[i, j] = gram[j, i] = Dot(columns[i], columns[j]);
        }
        double scale = Enumerable.Range(0, count).Average(i => gram[i, i]);
        for (int i = 0; i < count; i++)
            gram[i, i] += Ridge * Math.Max(scale, 1e-300);
        return Search(gram, slopes, Math.Max(scale, 1e-300));
    }

    private static double[] Search(double[,] gram, double[] slopes, double scale)
    {
        int count = slopes.Length, nearest = Enumerable.Range(0, count).MinBy(i => gram[i, i] - 2 * slopes[i]);
        double[] weights = new double[count];
        weights[nearest] = 1;
        List<int> support = [nearest];
        for (int step = 0; step < 50 * count; step++)
        {
            double[] gradient = Gradient(gram, slopes, weights);
            double multiplier = support.Sum(i => weights[i] * gradient[i]);
            int entering = Enumerable.Range(0, count).Where(i => !support.Contains(i)).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : gradient[i]);
            if (entering < 0 || gradient[entering] >= multiplier - Tolerance * scale)
                break;
            support.Add(entering);
            Settle(gram, slopes, weights, support);
        }
        return weights;
    }

    // Moves to the minimum on the support; whoever would go below 0 on the way leaves it.
    private static void Settle(double[,] gram, double[] slopes, double[] weights, List<int> support)
    {
        while (true)
        {
            double[] best = OnSupport(gram, slopes, support);
            double length = 1;
            for (int k = 0; k < support.Count; k++)
                if (best[k] < 0)
                    length = Math.Min(length, weights[support[k]] / (weights[support[k]] - best[k]));
            for (int k = 0; k < support.Count; k++)
                weights[support[k]] += length * (best[k] - weights[support[k]]);
            if (length >= 1)
                return;
            foreach (int gone in support.Where((i, k) => best[k] < 0 && weights[i] <= 1e-15).ToArray())
            {
                weights[gone] = 0;
                support.Remove(gone);
            }
        }
    }

    private static double[] OnSupport(double[,] gram, double[] slopes, List<int> support)
    {
        int size = support.Count;
        double[,] part = new double[size, size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                part[i, j] = gram[support[i], support[j]];
        var factor = Cholesky.Of(part, out _, 1e-15) ?? throw new UserOpsException("The untreated units cannot be told apart: look for units that repeat each other, or whose values are not finite.");
        double[] plain = factor.Solve([.. support.Select(i => slopes[i])]), ones = factor.Solve([.. Enumerable.Repeat(1.0, size)]);
        double multiplier = (1 - plain.Sum()) / ones.Sum();
        return [.. plain.Zip(ones, (a, b) => a + multiplier * b)];
    }

    private static double[] Gradient(double[,] gram, double[] slopes, double[] weights) =>
        [.. slopes.Select((slope, i) => Enumerable.Range(0, weights.Length).Sum(j => gram[i, j] * weights[j]) - slope)];

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
