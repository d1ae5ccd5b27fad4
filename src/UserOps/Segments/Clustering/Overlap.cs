namespace UserOps.Segments.Clustering;

/// <summary>How many points a cluster of one partition shares with a cluster of another.</summary>
internal static class Overlap
{
    /// <summary>Points by cluster of the first, then of the second partition.</summary>
    public static int[,] Count(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int[,] shared = new int[Clusters(first), Clusters(second)];
        for (int i = 0; i < first.Length; i++)
            shared[first[i], second[i]]++;
        return shared;
    }

    /// <summary>The size of each cluster of the first partition.</summary>
    public static IEnumerable<int> Rows(int[,] shared) =>
        Enumerable.Range(0, shared.GetLength(0)).Select(row => Enumerable.Range(0, shared.GetLength(1)).Sum(column => shared[row, column]));

    /// <summary>The size of each cluster of the second partition.</summary>
    public static IEnumerable<int> Columns(int[,] shared) =>
        Enumerable.Range(0, shared.GetLength(1)).Select(column => Enumerable.Range(0, shared.GetLength(0)).Sum(row => shared[row, column]));

    /// <summary>For each cluster of the first partition, the Jaccard similarity with the cluster of the second one most like it: shared points ÷ points of either.</summary>
    public static double[] BestJaccard(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int[,] shared = Count(first, second);
        int[] rows = [.. Rows(shared)], columns = [.. Columns(shared)];
        return [.. rows.Select((size, row) => columns.Select((other, column) => (double)shared[row, column] / Math.Max(1, size + other - shared[row, column])).Max())];
    }

    private static int Clusters(ReadOnlySpan<int> labels)
    {
        int highest = -1;
        foreach (int label in labels)
            highest = Math.Max(highest, label);
        return highest + 1;
    }
}
