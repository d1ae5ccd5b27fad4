namespace UserOps.Segments.Clustering;

/// <summary>How far two partitions of the same points agree.</summary>
/// <remarks>L. Hubert, P. Arabie (1985), "Comparing partitions", Journal of Classification 2.</remarks>
internal static class AdjustedRand
{
    /// <summary>The adjusted Rand index: 1 for equal partitions, about 0 for unrelated ones, negative below chance.</summary>
    /// <param name="first">The cluster of each point, from 0.</param>
    /// <param name="second">The same of the other partition.</param>
    public static double Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int[,] shared = Overlap.Count(first, second);
        double both = 0, total = Pairs(first.Length);
        foreach (int count in shared)
            both += Pairs(count);
        double inFirst = Overlap.Rows(shared).Sum(count => Pairs(count)), inSecond = Overlap.Columns(shared).Sum(count => Pairs(count));
        double expected = inFirst * inSecond / total, most = (inFirst + inSecond) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double Pairs(double count) => count * (count - 1) / 2;
}
