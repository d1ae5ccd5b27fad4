namespace UserOps.Benchmarks.Data;

/// <summary>A seeded mixture of five Gaussians of unequal size and spread in six dimensions, the same numbers on every machine.</summary>
internal static class GaussianMixture
{
    public const int Dimensions = 6;

    private static readonly double[] UpTo = [0.45, 0.70, 0.85, 0.95, 1];
    private static readonly double[] Deviations = [1.0, 0.6, 1.4, 0.8, 0.5];

    private static readonly double[][] Means =
    [
        [0, 0, 0, 0, 0, 0], [4, 1, -1, 0, 2, 0], [-3, 4, 2, -2, 0, 1], [1, -4, 3, 3, -1, -2], [3, 3, -4, 2, 3, 3],
    ];

    /// <summary>The coordinates, one array a dimension.</summary>
    public static double[][] Make(int count)
    {
        double[][] columns = [.. Enumerable.Range(0, Dimensions).Select(_ => new double[count])];
        for (int row = 0; row < count; row++)
        {
            int part = Array.FindIndex(UpTo, limit => Unit(row, 0) < limit);
            for (int d = 0; d < Dimensions; d++)
                columns[d][row] = Means[part][d] + Deviations[part] * Normal(row, d);
        }
        return columns;
    }

    /// <summary>G. E. P. Box, M. E. Muller (1958): two normal numbers of two uniform ones.</summary>
    private static double Normal(int row, int d)
    {
        int pair = d / 2;
        double radius = Math.Sqrt(-2 * Math.Log(Unit(row, 1 + 2 * pair))), angle = 2 * Math.PI * Unit(row, 2 + 2 * pair);
        return radius * (d % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle));
    }

    /// <summary>The number in (0, 1) at a place of a stream: SplitMix64 of a counter, eight places a row.</summary>
    private static double Unit(long row, long place)
    {
        ulong z = unchecked((ulong)(8 * row + place + 1) * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + 0.5) / (1UL << 53);
    }
}
