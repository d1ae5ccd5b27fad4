namespace UserOps.Segments;

/// <summary>A matrix of how many users went from one state to another.</summary>
internal static class MigrationCounts
{
    public static IReadOnlyList<IReadOnlyList<int>> Of(int[] from, int[] to, int rows, int columns, Func<(int From, int To), bool> leaveOut)
    {
        int[][] counts = [.. Enumerable.Range(0, rows).Select(_ => new int[columns])];
        for (int user = 0; user < from.Length; user++)
            if (!leaveOut((from[user], to[user])))
                counts[from[user]][to[user]]++;
        return counts;
    }
}
