using UserOps.Notebooks.Assistance;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Sessions;

/// <summary>A session that starts in the background while its host already answers; cells wait for it, and can be stopped while they wait.</summary>
internal sealed class LiveSession : IDisposable
{
    private readonly Task<NotebookSession> _started;
    private readonly Task<CellAssistant> _assistant;
    private int _running;

    /// <summary>Begins to start the session.</summary>
    /// <param name="options">What the host gives to cells; called in the background, since finding that out takes time too.</param>
    public LiveSession(Func<SessionOptions> options)
    {
        _started = Task.Run(() => Start(options()));
        _assistant = _started.ContinueWith(started => new CellAssistant(started.Result), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    /// <summary>The session, as soon as it has started.</summary>
    public Task<NotebookSession> Started => _started;

    /// <summary>The one who helps with cells that are being written, as soon as the session has started.</summary>
    public Task<CellAssistant> Assistant => _assistant;

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">Its number.</param>
    /// <param name="show">Takes each output, the error of a failed or stopped cell too.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why it failed or was stopped, or null when it ran to its end.</returns>
    public async Task<CellOutput.Error?> RunAsync(NotebookCell cell, int number, Action<CellOutput> show, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var session = await _started.WaitAsync(cancellation).ConfigureAwait(false);
            return Judge(await session.RunAsync(cell, show, number, cancellation).ConfigureAwait(false), show);
        }
        catch (OperationCanceledException)
        {
            return Shown(Problems.Stopped, show);
        }
        catch (Exception e) when (_started.IsFaulted)
        {
            return Shown(Problems.NotStarted(e), show);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>Closes the session; one whose cell does not end is left to the end of the process.</summary>
    public void Dispose()
    {
        if (_started.IsCompletedSuccessfully && Volatile.Read(ref _running) == 0)
            _started.Result.Dispose();
    }

    private static NotebookSession Start(SessionOptions options)
    {
        var session = new NotebookSession(options);
        // Has everything loaded and compiled that the first cell of the person would otherwise wait for.
        _ = session.RunAsync(new("csharp", "1 + 1"), _ => { }, 0);
        return session;
    }

    private static CellOutput.Error? Judge(CellOutcome outcome, Action<CellOutput> show) => outcome switch
    {
        CellOutcome.Failed failed => failed.Error,
        CellOutcome.Stopped => Shown(Problems.Stopped, show),
        CellOutcome.Unstoppable => Shown(Problems.Unstoppable, show),
        _ => null,
    };

    private static CellOutput.Error Shown(CellOutput.Error error, Action<CellOutput> show)
    {
        show(error);
        return error;
    }
}
