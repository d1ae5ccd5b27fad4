namespace UserOps.Statistics;

/// <summary>Steps that know nothing of each other, run side by side: how many threads there are changes no result.</summary>
internal static class Concurrently
{
    private const int MostThreads = 4;

    /// <summary>Runs each step; a refusal comes out as itself.</summary>
    public static void Run(int count, Action<int> step)
    {
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = Math.Min(MostThreads, Environment.ProcessorCount) }, step);
        }
        catch (AggregateException failures) when (failures.Flatten().InnerExceptions.OfType<UserOpsException>().FirstOrDefault() is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The result of each step, in order; a refusal comes out as itself.</summary>
    public static T[] Each<T>(int count, Func<int, T> step)
    {
        var results = new T[count];
        Run(count, i => results[i] = step(i));
        return results;
    }
}
