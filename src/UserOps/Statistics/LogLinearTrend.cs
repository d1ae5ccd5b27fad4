namespace UserOps.Statistics;

/// <summary>How the logarithm of a rate changes with covariates, with errors that allow for answers of one user being alike.</summary>
/// <remarks>
/// Poisson regression by Newton's method; for rare yes-or-no outcomes its coefficients are logarithms of ratios of risks. Errors clustered on users: G. Zou (2004), "A modified Poisson
/// regression approach to prospective studies with binary data", American Journal of Epidemiology 159; the factor G/(G − 1) × (N − 1)/(N − K) as in statsmodels.
/// </remarks>
internal sealed record LogLinearTrend(double[] Coefficients, double[] StandardErrors)
{
    private const int MostSteps = 60;

    /// <summary>Fits the trend.</summary>
    /// <param name="covariates">The covariates of each observation, without the constant.</param>
    /// <param name="outcomes">The outcome of each observation, 0 or more.</param>
    /// <param name="clusters">The cluster of each observation; equal ones must be neighbours.</param>
    /// <returns>The constant, then a coefficient for each covariate; null where no finite maximum exists or a covariate adds nothing.</returns>
    public static LogLinearTrend? Fit(IReadOnlyList<double[]> covariates, IReadOnlyList<double> outcomes, IReadOnlyList<int> clusters)
    {
        int size = covariates[0].Length + 1;
        double mean = outcomes.Average();
        if (!(mean > 0))
            return null;
        double[] beta = new double[size];
        beta[0] = Math.Log(mean);
        for (int step = 0; step < MostSteps; step++)
        {
            (double[] score, double[,] information) = Slopes(covariates, outcomes, beta);
            if (Cholesky.Of(information, out _) is not { } factor)
                return null;
            double[] move = factor.Solve(score);
            for (int i = 0; i < size; i++)
                beta[i] += move[i];
            if (move.Max(Math.Abs) < 1e-11)
                return new(beta, Errors(covariates, outcomes, clusters, beta, factor.Inverse()));
        }
        return null;
    }

    private static (double[] Score, double[,] Information) Slopes(IReadOnlyList<double[]> covariates, IReadOnlyList<double> outcomes, double[] beta)
    {
        double[] score = new double[beta.Length];
        double[,] information = new double[beta.Length, beta.Length];
        for (int row = 0; row < outcomes.Count; row++)
        {
            double expected = Expected(covariates[row], beta);
            for (int i = 0; i < beta.Length; i++)
            {
                double x = At(covariates[row], i);
                score[i] += x * (outcomes[row] - expected);
                for (int j = 0; j <= i; j++)
                    information[i, j] += x * At(covariates[row], j) * expected;
            }
        }
        return (score, information);
    }

    private static double[] Errors(IReadOnlyList<double[]> covariates, IReadOnlyList<double> outcomes, IReadOnlyList<int> clusters, double[] beta, double[,] bread)
    {
        int size = beta.Length, groups = 0;
        double[,] meat = new double[size, size];
        double[] score = new double[size];
        for (int row = 0; row < outcomes.Count; row++)
        {
            double rest = outcomes[row] - Expected(covariates[row], beta);
            for (int i = 0; i < size; i++)
                score[i] += At(covariates[row], i) * rest;
            if (row + 1 < outcomes.Count && clusters[row + 1] == clusters[row])
                continue;
            groups++;
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++)
                    meat[i, j] += score[i] * score[j];
            Array.Clear(score);
        }
        double n = outcomes.Count, factor = groups > 1 ? groups / (groups - 1.0) * (n - 1) / (n - size) : double.NaN;
        return [.. Enumerable.Range(0, size).Select(k => Math.Sqrt(factor * Enumerable.Range(0, size).Sum(i => Enumerable.Range(0, size).Sum(j => bread[k, i] * meat[i, j] * bread[j, k]))))];
    }

    private static double Expected(double[] covariates, double[] beta)
    {
        double sum = beta[0];
        for (int i = 1; i < beta.Length; i++)
            sum += beta[i] * covariates[i - 1];
        return Math.Exp(sum);
    }

    private static double At(double[] covariates, int i) => i == 0 ? 1 : covariates[i - 1];
}
