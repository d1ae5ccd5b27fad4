namespace UserOps.Statistics;

/// <summary>Steps that know nothing of each other, run side by side: how many threads there are changes no result.</summary>
internal static class Concurrently
{
    private const int MostThreads = 4;

    /// <summary>The result of each step, in order; a refusal comes out as itself.</summary>
    public static T[] Each<T>(int count, Func<int, T> step)
    {
        var results = new T[count];
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = Math.Min(MostThreads, Environment.ProcessorCount) }, i => results[i] = step(i));
        }
        catch (AggregateException failures) when (failures.Flatten().InnerExceptions.OfType<UserOpsException>().FirstOrDefault() is { } refusal)
        {
            throw refusal;
        }
        return results;
    }
}
