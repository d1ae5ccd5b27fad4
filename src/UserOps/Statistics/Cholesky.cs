namespace UserOps.Statistics;

/// <summary>The Cholesky factor of a symmetric positive definite matrix, which names the column that spoils it.</summary>
internal sealed class Cholesky
{
    private readonly double[,] _lower;
    private readonly int _size;

    private Cholesky(double[,] lower) => (_lower, _size) = (lower, lower.GetLength(0));

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">The matrix; its lower half is read.</param>
    /// <param name="spoiler">The first column that adds nothing to those before it; −1 where there is none.</param>
    /// <param name="tolerance">The share of a diagonal entry that must be left.</param>
    /// <returns>The factor, or null with a spoiler.</returns>
    public static Cholesky? Of(double[,] matrix, out int spoiler, double tolerance = 1e-11)
    {
        int size = matrix.GetLength(0);
        double[,] lower = new double[size, size];
        for (spoiler = 0; spoiler < size; spoiler++)
            if (!AddColumn(matrix, lower, spoiler, tolerance))
                return null;
        spoiler = -1;
        return new(lower);
    }

    /// <summary>Solves for one right-hand side.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        for (int i = 0; i < _size; i++)
        {
            for (int k = 0; k < i; k++)
                x[i] -= _lower[i, k] * x[k];
            x[i] /= _lower[i, i];
        }
        for (int i = _size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < _size; k++)
                x[i] -= _lower[k, i] * x[k];
            x[i] /= _lower[i, i];
        }
        return x;
    }

    /// <summary>The inverse.</summary>
    public double[,] Inverse()
    {
        double[,] inverse = new double[_size, _size];
        for (int column = 0; column < _size; column++)
        {
            double[] unit = new double[_size];
            unit[column] = 1;
            foreach (var (row, value) in Solve(unit).Index())
                inverse[row, column] = value;
        }
        return inverse;
    }

    private static bool AddColumn(double[,] matrix, double[,] lower, int column, double tolerance)
    {
        double left = matrix[column, column];
        for (int k = 0; k < column; k++)
            left -= lower[column, k] * lower[column, k];
        if (!(left > tolerance * Math.Abs(matrix[column, column])))
            return false;
        lower[column, column] = Math.Sqrt(left);
        for (int row = column + 1; row < matrix.GetLength(0); row++)
        {
            double sum = matrix[row, column];
            for (int k = 0; k < column; k++)
                sum -= lower[row, k] * lower[column, k];
            lower[row, column] = sum / lower[column, column];
        }
        return true;
    }
}
