using MathNet.Numerics.Distributions;

namespace UserOps.Benchmarks.Data;

/// <summary>Seeded users with twenty features of which eight tell, some only together, whether the user leaves (about three in ten).</summary>
internal static class LabelledUsers
{
    public const int Features = 20;

    /// <summary>The features, one array a feature, and who left.</summary>
    public static (double[][] Columns, bool[] Left) Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        double[][] columns = [.. Enumerable.Range(0, Features).Select(_ => new double[count])];
        bool[] left = new bool[count];
        for (int row = 0; row < count; row++)
        {
            foreach (double[] column in columns)
                column[row] = Normal.Sample(random, 0, 1);
            left[row] = random.NextDouble() < 1 / (1 + Math.Exp(-Logit(columns, row)));
        }
        return (columns, left);
    }

    private static double Logit(double[][] x, int row) =>
        -1.2 + 0.6 * x[0][row] - 0.5 * x[1][row] + 0.3 * x[2][row] + 0.5 * x[3][row] * x[4][row] + 0.4 * (x[5][row] * x[5][row] - 1) + (x[6][row] > 1 ? 0.8 : 0)
        - 0.3 * Math.Abs(x[7][row]);
}
