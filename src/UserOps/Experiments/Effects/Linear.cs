using UserOps.Statistics;

namespace UserOps.Experiments.Effects;

/// <summary>Linear algebra on the moments of an arm.</summary>
internal static class Linear
{
    /// <summary>
    /// The ratio of the first two quantities as one quantity, followed by the others: its mean is the ratio, its values are linearised about it (delta method).
    /// </summary>
    /// <exception cref="InsufficientDataException">The denominators sum to zero.</exception>
    /// <exception cref="UserOpsException">Denominators sum to a negative number.</exception>
    public static SampleMoments Ratio(SampleMoments moments)
    {
        if (moments.Size < 2)
            throw new UserOpsException($"{moments.Size} quantity was given; a ratio needs a numerator and a denominator.");
        double denominator = moments.Count == 0 ? 0 : moments.Mean(1);
        if (denominator == 0)
            throw new InsufficientDataException("denominators that sum to zero in an arm", "a positive sum", "Choose a denominator that happens in both arms.");
        if (!(denominator > 0))
            throw new UserOpsException(FormattableString.Invariant($"The denominators of an arm sum to {moments.Sum(1)}; a ratio needs denominators of zero or more."));
        double ratio = moments.Mean() / denominator;
        double[,] map = new double[moments.Size - 1, moments.Size];
        (map[0, 0], map[0, 1]) = (1 / denominator, -ratio / denominator);
        for (int i = 1; i < moments.Size - 1; i++)
            map[i, i + 1] = 1;
        // The linearised values have mean 0; what they vary around is the ratio.
        double[] shift = new double[moments.Size - 1];
        shift[0] = ratio;
        return moments.Map(map).Moved(shift);
    }

    /// <summary>The variance of the first quantity after the multiples of the others are taken out; 0 where only rounding is left.</summary>
    public static double Residual(SampleMoments moments, ReadOnlySpan<double> theta)
    {
        double whole = moments.Variance(), variance = whole;
        for (int i = 0; i < theta.Length; i++)
        {
            variance -= 2 * theta[i] * moments.Covariance(0, i + 1);
            for (int j = 0; j < theta.Length; j++)
                variance += theta[i] * theta[j] * moments.Covariance(i + 1, j + 1);
        }
        return variance <= 1e-12 * whole ? 0 : variance;
    }

    /// <summary>The coefficients of the covariates that explain the first quantity best within both arms; a covariate that adds nothing gets 0.</summary>
    public static double[] Coefficients(SampleMoments control, SampleMoments treatment)
    {
        int size = control.Size - 1;
        List<int> used = [.. Enumerable.Range(1, size)];
        while (used.Count > 0)
        {
            var factor = Cholesky.Of(Within(control, treatment, used), out int spoiler);
            if (factor is null)
            {
                used.RemoveAt(spoiler);
                continue;
            }
            double[] solved = factor.Solve([.. used.Select(i => Both(control, treatment, 0, i))]), theta = new double[size];
            foreach (var (place, i) in used.Index())
                theta[i - 1] = solved[place];
            return theta;
        }
        return new double[size];
    }

    private static double[,] Within(SampleMoments control, SampleMoments treatment, List<int> used)
    {
        double[,] matrix = new double[used.Count, used.Count];
        for (int i = 0; i < used.Count; i++)
            for (int j = 0; j < used.Count; j++)
                matrix[i, j] = Both(control, treatment, used[i], used[j]);
        return matrix;
    }

    private static double Both(SampleMoments control, SampleMoments treatment, int i, int j) => control.CentredProduct(i, j) + treatment.CentredProduct(i, j);
}
