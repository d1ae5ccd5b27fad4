using System.Diagnostics;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Execution;

/// <summary>One run of a notebook: its session, its outputs so far, its clock.</summary>
internal sealed class HeadlessRun : IDisposable
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly RunOptions _options;
    private readonly IProgress<RunProgress>? _progress;
    private readonly NotebookSession _session;
    private readonly OutputLog _outputs;
    private readonly NotebookCell[] _cells;
    private readonly CellRun[] _runs;
    private readonly IReadOnlyList<DeclaredParameter> _parameters;
    private IReadOnlyList<ParameterValue>? _values;
    private NotebookDocument _document;

    public HeadlessRun(NotebookDocument document, RunOptions options, IProgress<RunProgress>? progress)
    {
        (_options, _progress) = (options, progress);
        _parameters = ParameterCell.Read(document, options.InBox, options.Usings);
        _document = document = ParameterOverrides.Apply(document, _parameters, options);
        _session = new(SessionOptions(options));
        _outputs = new(document.Cells.Length, new([.. _parameters.Select(SecretParameter.ValueOf).OfType<string>()]));
        _cells = [.. document.Cells.Select(cell => cell.IsCode ? cell with { Outputs = [], ExecutionCount = null } : cell)];
        _runs = [.. document.Cells.Select((_, i) => new CellRun(i, CellStatus.NotRun, TimeSpan.Zero))];
    }

    public async Task<NotebookRun> RunAsync(CancellationToken cancellation)
    {
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (_options.Timeout is { } limit)
            total.CancelAfter(limit);
        await _session.PrepareAsync(_document, cancellation: total.Token).ConfigureAwait(false);
        for (int i = 0; i < _cells.Length; i++)
            if (_cells[i].IsCode && !await RunCellAsync(i, total.Token).ConfigureAwait(false))
                break;
        Save(OfflineCharts.AddLibrary(Executed()));
        return new(Executed(), _runs, _values ?? ParameterOverrides.Values(_parameters, _options, _session), _clock.Elapsed);
    }

    public void Dispose() => _session.Dispose();

    private static SessionOptions SessionOptions(RunOptions options)
    {
        var session = new SessionOptions { WorkingDirectory = options.WorkingDirectory, InBox = options.InBox, Usings = options.Usings };
        return options.PackageCache is { } cache ? session with { PackageCache = cache } : session;
    }

    /// <summary>Runs one cell; false when the run ends with it.</summary>
    private async Task<bool> RunCellAsync(int index, CancellationToken total)
    {
        Report(index, null);
        var started = _clock.Elapsed;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(total);
        if (_options.CellTimeout is { } limit)
            limited.CancelAfter(limit);
        var outcome = await _session.RunAsync(_cells[index], output => _outputs.Add(index, output), limited.Token).ConfigureAwait(false);
        if (outcome is CellOutcome.Stopped or CellOutcome.Unstoppable)
            _outputs.Add(index, WhyStopped(outcome, total));
        if (index == ParameterCell.IndexIn(_document))
            _values = ParameterOverrides.Values(_parameters, _options, _session);
        Finish(index, outcome, _clock.Elapsed - started);
        return outcome is CellOutcome.Succeeded || _options.KeepGoing && outcome is not CellOutcome.Unstoppable && !total.IsCancellationRequested;
    }

    private void Finish(int index, CellOutcome outcome, TimeSpan elapsed)
    {
        _cells[index] = _cells[index] with { ExecutionCount = _session.ExecutionCount };
        _runs[index] = new(index, outcome is CellOutcome.Succeeded ? CellStatus.Succeeded : CellStatus.Failed, elapsed);
        Save(Executed());
        Report(index, _runs[index]);
    }

    private void Save(NotebookDocument document)
    {
        if (_options.SaveTo is { } path)
            NotebookFile.Save(document, path);
    }

    private void Report(int index, CellRun? finished) => _progress?.Report(new(index, _cells.Length, finished, _clock.Elapsed));

    /// <summary>The notebook with the outputs so far: an update may have changed those of an earlier cell.</summary>
    private NotebookDocument Executed() => _document = _document with
    {
        Cells = [.. _cells.Select((cell, i) => cell.ExecutionCount is null ? cell : cell with { Outputs = _outputs.Of(i) })],
    };

    private CellOutput.Error WhyStopped(CellOutcome outcome, CancellationToken total)
    {
        string reason = total.IsCancellationRequested
            ? _options.Timeout is { } limit && _clock.Elapsed >= limit ? $"the notebook took longer than {limit.TotalSeconds:0.#} s" : "the run was stopped"
            : $"the cell took longer than {_options.CellTimeout!.Value.TotalSeconds:0.#} s";
        string message = outcome is CellOutcome.Unstoppable ? $"Not stopped: {reason}, but its code cannot be interrupted. The run ends here." : $"Stopped: {reason}.";
        return new("Stopped", message, [message]);
    }
}
