namespace UserOps.Data.Cache;

/// <summary>Waits for the asynchronous calls of the Parquet library where there is nothing to do meanwhile.</summary>
/// <remarks>In a notebook or a window, steps of such a call would be sent to the very thread that waits for them: slow at best, endless at worst.</remarks>
internal static class Blocking
{
    public static void Wait(Func<Task> call) => Wait(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    });

    public static T Wait<T>(Func<Task<T>> call)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return call().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
