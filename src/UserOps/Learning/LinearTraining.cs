using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Learning;

/// <summary>Fits linear models on standardised features: the baseline that trees must beat.</summary>
internal static class LinearTraining
{
    private const double Penalty = 1;

    /// <summary>Logistic regression with a ridge penalty.</summary>
    public static LinearScorer Logistic(TrainingRows rows)
    {
        double[] fitted = new LogisticRidge(rows, Penalty).Fit();
        return new(fitted[..^1], fitted[^1], true);
    }

    /// <summary>Ridge regression by its normal equations; the mean is not penalised.</summary>
    /// <remarks>Hoerl and Kennard 1970, Ridge regression: biased estimation for nonorthogonal problems.</remarks>
    public static LinearScorer Ridge(TrainingRows rows)
    {
        int width = rows.Matrix.Width;
        var gram = Matrix<double>.Build.Dense(width + 1, width + 1);
        var moments = Vector<double>.Build.Dense(width + 1);
        double[] x = new double[width + 1];
        x[width] = 1;
        for (int row = 0; row < rows.Matrix.Rows; row++)
        {
            for (int column = 0; column < width; column++)
                x[column] = rows.Matrix.Row(row)[column];
            AddRow(gram, moments, x, rows.Outcomes[row]);
        }
        for (int column = 0; column < width; column++)
            gram[column, column] += Penalty;
        var weights = gram.Cholesky().Solve(moments);
        return new([.. weights.Take(width)], weights[width], false);
    }

    private static void AddRow(Matrix<double> gram, Vector<double> moments, double[] x, double y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            moments[i] += x[i] * y;
            for (int j = 0; j < x.Length; j++)
                gram[i, j] += x[i] * x[j];
        }
    }
}
