using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The score of coefficients that change with a function of time, and what it varies by, summed over the times with events.</summary>
internal sealed class ScoreOverTime(int width)
{
    private readonly double[,] _mixed = new double[width, width];
    private readonly double[,] _squared = new double[width, width];

    public double[] Score { get; } = new double[width];

    /// <summary>The information of the coefficients themselves.</summary>
    public double[,] Information { get; } = new double[width, width];

    public void Add(double[] score, double[] variance, double time)
    {
        for (int j = 0, place = 0; j < width; j++)
        {
            Score[j] += time * score[j];
            for (int k = 0; k <= j; k++, place++)
                AddAt(j, k, variance[place], time);
        }
    }

    /// <summary>The variance of the score of some columns when the coefficients are estimated: what they explain is taken off.</summary>
    public double[,] VarianceOf(int[] columns)
    {
        var factor = Cholesky.Of(Information, out _)!;
        double[][] explained = Array.ConvertAll(columns, j => factor.Solve([.. Enumerable.Range(0, width).Select(k => _mixed[k, j])]));
        double[,] variance = new double[columns.Length, columns.Length];
        for (int a = 0; a < columns.Length; a++)
            for (int b = 0; b < columns.Length; b++)
                variance[a, b] = _squared[columns[a], columns[b]] - Enumerable.Range(0, width).Sum(k => _mixed[k, columns[a]] * explained[b][k]);
        return variance;
    }

    private void AddAt(int j, int k, double variance, double time)
    {
        Information[j, k] += variance;
        _mixed[j, k] += time * variance;
        _squared[j, k] += time * time * variance;
        if (j == k)
            return;
        (Information[k, j], _mixed[k, j], _squared[k, j]) = (Information[j, k], _mixed[j, k], _squared[j, k]);
    }
}
