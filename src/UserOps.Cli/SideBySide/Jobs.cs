namespace UserOps.Cli.SideBySide;

/// <summary>How many notebooks run side by side, and no more than the memory bears.</summary>
internal static class Jobs
{
    /// <summary>What a notebook with a few million events takes.</summary>
    private const long MemoryOfOne = 1L << 30;

    /// <summary>The number that was wished for, or fewer where memory is short.</summary>
    public static int Within(int wished, long freeMemory) => (int)Math.Clamp(Math.Min(wished, freeMemory / MemoryOfOne), 1, wished);

    /// <summary>The memory that this process may still take, in bytes.</summary>
    public static long FreeMemory => GC.GetGCMemoryInfo(GCKind.Any) is var memory && memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes is > 0 and var free
        ? free
        : memory.TotalAvailableMemoryBytes;

    /// <summary>Does the work for every item, so many at a time; the answers stand in the order of the items.</summary>
    public static async Task<IReadOnlyList<TResult>> RunAsync<T, TResult>(IReadOnlyList<T> items, int jobs, Func<T, CancellationToken, Task<TResult>> work, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            async (i, stop) => results[i] = await work(items[i], stop));
        return results;
    }
}
