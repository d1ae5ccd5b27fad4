using System.ComponentModel;

namespace UserOps.Notebooks.Guards;

/// <summary>Lets loops of a cell end when the cell is stopped: the engine has every loop and every function of a cell ask here.</summary>
/// <remarks>.NET can abort a thread only by <see cref="System.Runtime.ControlledExecution"/>, which at times ends the whole process.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    private static readonly TimeSpan WatchTime = TimeSpan.FromSeconds(5);
    private static int s_stopping;

    /// <summary>Tells whether the cell that asks is being stopped.</summary>
    internal static Func<CancellationToken> Token { get; set; } = () => CancellationToken.None;

    /// <summary>Ends the code that asks if its cell is being stopped; costs next to nothing otherwise.</summary>
    /// <exception cref="OperationCanceledException">The cell is being stopped.</exception>
    public static void Check()
    {
        if (Volatile.Read(ref s_stopping) != 0)
            Token().ThrowIfCancellationRequested();
    }

    /// <summary>Has loops look at their token for a while, which also ends those that a cell left behind on other threads.</summary>
    internal static void Watch()
    {
        Interlocked.Increment(ref s_stopping);
        _ = Task.Delay(WatchTime).ContinueWith(_ => Interlocked.Decrement(ref s_stopping), TaskScheduler.Default);
    }
}
