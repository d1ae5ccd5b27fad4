using System.ComponentModel;

namespace UserOps.Notebooks.Execution;

/// <summary>Lets loops of a cell end when the cell is stopped: the engine has every loop and every function of a cell ask here.</summary>
/// <remarks>.NET can abort a thread only by <see cref="System.Runtime.ControlledExecution"/>, which at times ends the whole process.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    private static readonly TimeSpan WatchTime = TimeSpan.FromSeconds(5);
    private static int s_stopping;

    /// <summary>Ends the code that asks if its cell is being stopped; costs next to nothing otherwise.</summary>
    /// <exception cref="OperationCanceledException">The cell is being stopped.</exception>
    public static void Check()
    {
        if (Volatile.Read(ref s_stopping) != 0)
            CellContext.CurrentCancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Has loops look at their token for a while, which also ends those that a cell left behind on other threads.</summary>
    internal static void Watch()
    {
        Interlocked.Increment(ref s_stopping);
        _ = Task.Delay(WatchTime).ContinueWith(_ => Interlocked.Decrement(ref s_stopping), TaskScheduler.Default);
    }
}
