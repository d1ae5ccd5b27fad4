using System.Collections.Concurrent;
using System.Threading.Channels;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Stdio;

/// <summary>Runs cells one after another; each can be stopped by its request, while it runs and while it waits.</summary>
internal sealed class CellRuns(LiveSession session, MessageWriter writer, Questions questions)
{
    private readonly Channel<Run> _queue = Channel.CreateUnbounded<Run>();
    private readonly ConcurrentDictionary<string, Run> _open = new(StringComparer.Ordinal);
    private readonly OutputEvents _outputs = new();
    private volatile Run? _running;
    private int _count;

    /// <summary>Puts a cell at the end of the queue.</summary>
    public void Add(Request request)
    {
        var run = new Run(request, new(request.Json.Text("language") ?? "csharp", request.Required("code").ReplaceLineEndings("\n")),
            new(output => writer.Write(_outputs.Of(request, output))), new());
        if (!_open.TryAdd(request.Id, run))
            throw new RequestException($"There is an unfinished request '{request.Id}'.");
        _queue.Writer.TryWrite(run);
    }

    /// <summary>Stops a cell; one that has ended already is left alone.</summary>
    public void Stop(string id)
    {
        if (_open.TryGetValue(id, out var run))
            run.Cancellation.Cancel();
    }

    /// <summary>Stops all cells and takes no more.</summary>
    public void End()
    {
        _queue.Writer.TryComplete();
        foreach (var run in _open.Values)
            run.Cancellation.Cancel();
    }

    /// <summary>Runs what comes until <see cref="End"/>.</summary>
    public async Task RunAsync()
    {
        await foreach (var run in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
            await RunAsync(run).ConfigureAwait(false);
    }

    /// <summary>Says that the running cell has ended the process; nothing when none runs.</summary>
    public void SayLastWords(int exitCode)
    {
        if (_running is not { } run)
            return;
        run.Pump.Add(Problems.Exited(exitCode));
        Finish(run, "died");
    }

    private async Task RunAsync(Run run)
    {
        if (run.Cancellation.IsCancellationRequested)
        {
            Finish(run, "notRun");
            return;
        }
        _running = run;
        questions.Serve(run.Request);
        var started = run.Request.Event("started");
        started["number"] = ++_count;
        writer.Write(started);
        var error = await session.RunAsync(run.Cell, _count, run.Pump.Add, run.Cancellation.Token).ConfigureAwait(false);
        run.Pump.Flush();
        questions.Serve(null);
        _running = null;
        Finish(run, error is null ? "ok" : error == Problems.Stopped ? "stopped" : error == Problems.Unstoppable ? "lost" : "failed");
    }

    private void Finish(Run run, string status)
    {
        _open.TryRemove(run.Request.Id, out _);
        var done = run.Request.Event("done");
        done["status"] = status;
        writer.Write(done);
    }

    private sealed record Run(Request Request, NotebookCell Cell, OutputPump Pump, CancellationTokenSource Cancellation);
}
