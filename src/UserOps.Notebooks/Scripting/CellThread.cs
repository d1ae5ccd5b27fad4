using System.Collections.Concurrent;
using System.Globalization;
using UserOps.Notebooks.Guards;

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
    private static readonly TimeSpan InterruptAgainAfter = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(1.8);

    private readonly BlockingCollection<Item> _queue = [];
    private readonly Thread _thread;
    private volatile bool _isPumping;
    private Task _latest = Task.CompletedTask;

    public CellThread()
    {
        _thread = new(Serve, maxStackSize: 16 * 1024 * 1024) { IsBackground = true, Name = "notebook cells" };
        _thread.Start();
    }

    /// <summary>Whether earlier work was to stop and still runs.</summary>
    public bool IsStuck => !_latest.IsCompleted;

    /// <summary>Runs asynchronous work here until it ends or is stopped. Not to be called again before it has returned, nor while earlier work is stuck.</summary>
    /// <param name="work">The work; its token asks it to stop.</param>
    /// <param name="cancellation">Stops it: by its token, which loops look at, then by interrupting waits.</param>
    public async Task<StopOutcome> RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource<StopOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _latest = ended.Task;
        _queue.Add(new(_ => RunStoppable(work, ended, cancellation), null), CancellationToken.None);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellation.UnsafeRegister(_ => Signal(stopped), null))
            if (await Task.WhenAny(ended.Task, stopped.Task).ConfigureAwait(false) != ended.Task)
                await StopAsync(ended.Task).ConfigureAwait(false);
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

    private static void Signal(TaskCompletionSource stopped)
    {
        LoopGuard.Watch();
        stopped.TrySetResult();
    }

    private void Serve()
    {
        SetSynchronizationContext(this);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        while (!_queue.IsCompleted)
            try
            {
                RunLeftOver(Take(CancellationToken.None));
            }
            catch (Exception e) when (e is ThreadInterruptedException || e is InvalidOperationException && _queue.IsCompleted)
            {
                // An interrupt that came after its cell had ended; or the end of the session.
            }
    }

    /// <summary>Runs what an earlier cell left behind; nobody waits for it, so its failure is told and no more.</summary>
    private static void RunLeftOver(Item item)
    {
        try
        {
            item.TryRun();
        }
        catch (Exception e) when (e is not ThreadInterruptedException)
        {
            Console.Error.WriteLine(e);
        }
    }

    private void RunStoppable(Func<CancellationToken, Task> work, TaskCompletionSource<StopOutcome> ended, CancellationToken cancellation)
    {
        try
        {
            RunToEnd(work, cancellation);
            ended.SetResult(StopOutcome.NotStopped);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
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

    private async Task StopAsync(Task ended)
    {
        bool hasEnded = await EndsWithinAsync(ended, Grace).ConfigureAwait(false);
        for (var waited = Grace; !hasEnded && waited < GiveUpAfter; waited += InterruptAgainAfter)
        {
            _thread.Interrupt();
            hasEnded = await EndsWithinAsync(ended, InterruptAgainAfter).ConfigureAwait(false);
        }
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
