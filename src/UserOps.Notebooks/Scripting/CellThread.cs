using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime;

namespace UserOps.Notebooks.Scripting;

/// <summary>How work on the cell thread ended when it was asked to stop.</summary>
internal enum StopOutcome
{
    /// <summary>It ended by itself.</summary>
    NotStopped,
    /// <summary>It was stopped; the session can go on.</summary>
    Stopped,
    /// <summary>It goes on running; the session is lost.</summary>
    Unstoppable,
}

/// <summary>The one thread on which cells run and to which their awaits return, so that a cell can be stopped wherever it hangs.</summary>
internal sealed class CellThread : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AbortAfter = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Item> _queue = [];
    private readonly Thread _thread;
    private volatile bool _isPumping;

    public CellThread()
    {
        _thread = new(Serve, maxStackSize: 16 * 1024 * 1024) { IsBackground = true, Name = "notebook cells" };
        _thread.Start();
    }

    /// <summary>Runs asynchronous work here until it ends or is stopped. Not to be called again before it has returned.</summary>
    /// <param name="work">The work; its token asks it to stop.</param>
    /// <param name="cancellation">Stops it: first by its token, then by interrupting a wait, then by aborting.</param>
    public async Task<StopOutcome> RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var abort = new CancellationTokenSource();
        var ended = new TaskCompletionSource<StopOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add(new(_ => RunAbortable(work, ended, cancellation, abort.Token), null), CancellationToken.None);
        var stopped = new TaskCompletionSource();
        using (cancellation.UnsafeRegister(_ => stopped.TrySetResult(), null))
            if (await Task.WhenAny(ended.Task, stopped.Task).ConfigureAwait(false) != ended.Task)
                await StopAsync(ended.Task, abort).ConfigureAwait(false);
        return ended.Task.IsCompleted ? await ended.Task.ConfigureAwait(false) : StopOutcome.Unstoppable;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        var item = new Item(d, state);
        if (!TryEnqueue(item))
            base.Post(d, state);
        else if (!_isPumping)
            _ = RescueAsync(item);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    public void Dispose() => _queue.CompleteAdding();

    /// <summary>False when the session has ended, which work that a cell left behind may outlive.</summary>
    private bool TryEnqueue(Item item)
    {
        try
        {
            _queue.Add(item);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Serve()
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _isPumping = true;
        foreach (var item in _queue.GetConsumingEnumerable())
        {
            _isPumping = false;
            RunLeftOver(item);
            _isPumping = true;
        }
    }

    /// <summary>Runs what an earlier cell left behind; nobody waits for it, so its failure is told and no more.</summary>
    private static void RunLeftOver(Item item)
    {
        try
        {
            item.TryRun();
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }
    }

    private void RunAbortable(
        Func<CancellationToken, Task> work, TaskCompletionSource<StopOutcome> ended, CancellationToken cancellation, CancellationToken abort)
    {
        try
        {
#pragma warning disable SYSLIB0046 // A notebook must be stoppable in a loop that looks at no token; nothing else in .NET does that.
            ControlledExecution.Run(() => RunToEnd(work, cancellation), abort);
#pragma warning restore SYSLIB0046
            ended.SetResult(StopOutcome.NotStopped);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or ThreadInterruptedException)
        {
            ended.SetResult(StopOutcome.Stopped);
        }
        catch (Exception e)
        {
            ended.SetException(e);
        }
    }

    private void RunToEnd(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        ForgetInterrupt();
        var task = work(cancellation);
        // Its end is posted here as well, which wakes the loop.
        task.GetAwaiter().OnCompleted(() => { });
        while (!task.IsCompleted)
            Take(cancellation).TryRun();
        task.GetAwaiter().GetResult();
    }

    private Item Take(CancellationToken cancellation)
    {
        _isPumping = true;
        try
        {
            return _queue.Take(cancellation);
        }
        finally
        {
            _isPumping = false;
        }
    }

    private async Task StopAsync(Task ended, CancellationTokenSource abort)
    {
        if (await EndsWithinAsync(ended, Grace).ConfigureAwait(false))
            return;
        _thread.Interrupt();
        if (await EndsWithinAsync(ended, AbortAfter).ConfigureAwait(false))
            return;
        _ = Task.Run(abort.Cancel, CancellationToken.None);
        await EndsWithinAsync(ended, GiveUpAfter).ConfigureAwait(false);
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time) =>
        await Task.WhenAny(task, Task.Delay(time)).ConfigureAwait(false) == task;

    /// <summary>Runs an item elsewhere when the cell blocks its thread, which it may do to wait for this very item (<c>task.Result</c>).</summary>
    private async Task RescueAsync(Item item)
    {
        for (int delay = 5; !item.IsTaken; delay = Math.Min(2 * delay, 80))
        {
            await Task.Delay(delay).ConfigureAwait(false);
            if (!_isPumping && (_thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
                item.TryRun();
        }
    }

    private static void ForgetInterrupt()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
            // The interrupt came after the cell had ended: there is nothing left to interrupt.
        }
    }

    private sealed class Item(SendOrPostCallback callback, object? state)
    {
        private int _taken;

        public bool IsTaken => _taken != 0;

        public void TryRun()
        {
            if (Interlocked.Exchange(ref _taken, 1) == 0)
                callback(state);
        }
    }
}
