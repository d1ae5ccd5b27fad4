namespace UserOps.Kernel.Sessions;

/// <summary>Stops the cell that runs now, if one does.</summary>
internal sealed class StopSwitch
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;

    /// <summary>Declares which cell runs now, by the source that stops it; null when none does.</summary>
    public void Watch(CancellationTokenSource? cell)
    {
        lock (_lock)
            _running = cell;
    }

    /// <summary>Stops the running cell, also one that waits for the engine to start.</summary>
    public void Stop()
    {
        lock (_lock)
            _running?.Cancel();
    }
}
