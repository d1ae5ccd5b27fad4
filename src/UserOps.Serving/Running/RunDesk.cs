using System.Globalization;

namespace UserOps.Serving.Running;

/// <summary>Takes orders and carries them out one at a time, so that no two write into the same folder.</summary>
internal sealed class RunDesk(IReportProgram program, CancellationToken stopping)
{
    private const int Remembered = 50;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, ServedRun> _runs = [];
    private CancellationTokenSource? _current;
    private Task _work = Task.CompletedTask;

    /// <summary>The run that goes on, or null.</summary>
    public ServedRun? Running
    {
        get
        {
            lock (_lock)
                return _runs.Values.LastOrDefault(run => run.End is null);
        }
    }

    public ServedRun? Find(string id)
    {
        lock (_lock)
            return _runs.GetValueOrDefault(id);
    }

    /// <summary>Starts a run, unless another goes on.</summary>
    /// <returns>The new run, or null.</returns>
    public ServedRun? TryStart(RunOrder order, string title)
    {
        lock (_lock)
        {
            if (Running is not null)
                return null;
            var run = new ServedRun(Guid.NewGuid().ToString("N"), title, order);
            _runs.Add(run.Id, run);
            if (_runs.Count > Remembered)
                _runs.RemoveAt(0);
            _current = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            _work = Task.Run(() => CarryOutAsync(run, _current.Token), CancellationToken.None);
            return run;
        }
    }

    public void Cancel(ServedRun run)
    {
        lock (_lock)
            if (run == Running)
                _current?.Cancel();
    }

    /// <summary>Ends when the run that goes on has ended.</summary>
    public Task WhenIdleAsync() => _work;

    private async Task CarryOutAsync(ServedRun run, CancellationToken cancellation)
    {
        try
        {
            var result = await program.RunAsync(run.Order, new Lines(run), cancellation);
            run.Finish(result.Code switch { 0 => RunEnd.Done, 1 => RunEnd.Failed, _ => RunEnd.Refused }, result.Run);
        }
        catch (OperationCanceledException)
        {
            run.Finish(RunEnd.Cancelled);
        }
        catch (Exception problem)
        {
            run.Say(string.Create(CultureInfo.InvariantCulture, $"The run broke off: {problem.Message}"));
            run.Finish(RunEnd.Refused);
        }
    }

    private sealed class Lines(ServedRun run) : IProgress<string>
    {
        public void Report(string value) => run.Say(value);
    }
}
