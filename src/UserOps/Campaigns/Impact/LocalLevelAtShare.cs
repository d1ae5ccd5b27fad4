using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>The fit of a local level with regressors for a given share of the level's variance.</summary>
internal sealed class LocalLevelAtShare
{
    private readonly LocalLevelFilter _filter;
    private readonly Cholesky? _information;
    private readonly double _share;

    private LocalLevelAtShare(double share, LocalLevelFilter filter, Cholesky? information, double[] coefficients, double squares, double logInformation)
    {
        (_share, _filter, _information, Coefficients) = (share, filter, information, coefficients);
        int count = filter.Innovations.Length;
        DegreesOfFreedom = count - coefficients.Length;
        Scale = squares / count;
        LogLikelihood = -0.5 * (count * (Math.Log(2 * Math.PI * Scale) + 1) + filter.LogVariances);
        LogMarginal = -0.5 * (filter.LogVariances + logInformation + DegreesOfFreedom * Math.Log(squares));
        UnbiasedScale = squares / DegreesOfFreedom;
    }

    /// <summary>The coefficients of the regressors.</summary>
    public double[] Coefficients { get; }

    /// <summary>The sum of both variances, by maximum likelihood.</summary>
    public double Scale { get; }

    /// <summary>The sum of both variances, with the degrees of freedom as divisor.</summary>
    public double UnbiasedScale { get; }

    /// <summary>Values after the first, less one for each regressor.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The log-likelihood of all values but the first.</summary>
    public double LogLikelihood { get; }

    /// <summary>The log-likelihood of the share alone, coefficients and scale integrated out, up to a constant.</summary>
    public double LogMarginal { get; }

    /// <exception cref="InsufficientDataException">A regressor adds nothing, or regressors explain the series without rest.</exception>
    public static LocalLevelAtShare Of(IReadOnlyList<double[]> rows, double share)
    {
        var filter = LocalLevelFilter.Run(rows, share);
        int size = rows[0].Length - 1;
        double[,] information = new double[size, size];
        double[] products = new double[size];
        double squares = 0;
        foreach (double[] row in filter.Innovations)
        {
            squares += row[0] * row[0];
            for (int i = 0; i < size; i++)
            {
                products[i] += row[i + 1] * row[0];
                for (int j = 0; j <= i; j++)
                    information[i, j] = information[j, i] += row[i + 1] * row[j + 1];
            }
        }
        var factor = Cholesky.Of(information, out int spoiler);
        if (size > 0 && factor is null)
            throw new InsufficientDataException($"a control (number {spoiler + 1}) that never changes or repeats another", "controls that vary are", "Leave it out.");
        double[] coefficients = size == 0 ? [] : factor!.Solve(products);
        double rest = squares - coefficients.Zip(products, (a, b) => a * b).Sum();
        return rest > 1e-12 * squares ? new(share, filter, size == 0 ? null : factor, coefficients, rest, size == 0 ? 0 : LogDeterminant(information)) : throw new InsufficientDataException(
            "controls that explain the series without rest", "a series of its own is", "A control that contains the treated unit cannot serve.");
    }

    /// <summary>The predicted sum over the steps after the last, and its variance for a known scale, both given the regressors there.</summary>
    /// <param name="regressors">The regressors in the steps to come.</param>
    public (double Sum, double Variance) Sum(IReadOnlyList<double[]> regressors)
    {
        int steps = regressors.Count;
        double[] lean = [.. Coefficients.Select((_, i) => regressors.Sum(row => row[i] - _filter.Levels[i + 1]))];
        double sum = steps * _filter.Levels[0] + Coefficients.Zip(lean, (a, b) => a * b).Sum();
        double walk = (steps - 1.0) * steps * (2 * steps - 1) / 6;
        double variance = steps * (1 - _share) + _share * walk + (double)steps * steps * _filter.Variance;
        if (_information is not null)
            variance += _information.Solve(lean).Zip(lean, (a, b) => a * b).Sum();
        return (sum, variance);
    }

    /// <summary>The predicted value of a step that lies so many steps after the last, and its variance for a known scale.</summary>
    public (double Value, double Variance) Step(double[] regressors, int ahead)
    {
        double[] lean = [.. regressors.Select((value, i) => value - _filter.Levels[i + 1])];
        double variance = _filter.Variance + (ahead - 1) * _share + 1 - _share;
        if (_information is not null)
            variance += _information.Solve(lean).Zip(lean, (a, b) => a * b).Sum();
        return (_filter.Levels[0] + Coefficients.Zip(lean, (a, b) => a * b).Sum(), variance);
    }

    private static double LogDeterminant(double[,] matrix) => MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(matrix).Cholesky().DeterminantLn;
}
