namespace UserOps.Campaigns;

/// <summary>The Kalman filter of a level that walks at random and is seen with noise, run over a series and its regressors at once.</summary>
/// <remarks>
/// J. Durbin and S. J. Koopman (2012), "Time Series Analysis by State Space Methods", sections 2.2 and 2.9: exact diffuse initialisation, which for a local level means that the first
/// value known is the level, and its innovation is no part of the likelihood. Variances are in units of their sum, so that one number describes them: the share of the level.
/// </remarks>
internal sealed class LocalLevelFilter
{
    private LocalLevelFilter(double[] levels, double variance, double[][] innovations, double logVariances) =>
        (Levels, Variance, Innovations, LogVariances) = (levels, variance, innovations, logVariances);

    /// <summary>The predicted level after the last value: of the series, then of each regressor.</summary>
    public double[] Levels { get; }

    /// <summary>The variance of that level, in units of the sum of variances.</summary>
    public double Variance { get; }

    /// <summary>Innovations over the square root of their variance, a row for each value after the first: of the series, then of each regressor.</summary>
    public double[][] Innovations { get; }

    /// <summary>The sum of the logarithms of the innovations' variances.</summary>
    public double LogVariances { get; }

    /// <summary>Runs the filter.</summary>
    /// <param name="rows">The series and the regressors in each step; a step whose series is NaN was not seen.</param>
    /// <param name="share">The variance of the level's steps over the sum of both variances, 0 to 1.</param>
    public static LocalLevelFilter Run(IReadOnlyList<double[]> rows, double share)
    {
        double[] levels = new double[rows[0].Length];
        List<double[]> innovations = [];
        double variance = double.PositiveInfinity, logs = 0;
        foreach (double[] row in rows)
        {
            if (double.IsNaN(row[0]))
            {
                variance += share;
                continue;
            }
            if (double.IsInfinity(variance))
            {
                row.CopyTo(levels, 0);
                variance = 1 - share;
            }
            else
            {
                double total = variance + 1 - share, gain = variance / total, root = Math.Sqrt(total);
                double[] scaled = new double[row.Length];
                for (int i = 0; i < row.Length; i++)
                {
                    double innovation = row[i] - levels[i];
                    (scaled[i], levels[i]) = (innovation / root, levels[i] + gain * innovation);
                }
                innovations.Add(scaled);
                logs += Math.Log(total);
                variance *= 1 - gain;
            }
            variance += share;
        }
        return new(levels, variance, [.. innovations], logs);
    }
}
