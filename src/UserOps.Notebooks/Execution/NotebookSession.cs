using System.Globalization;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Rendering;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Execution;

/// <summary>A running C# session: cell after cell, each seeing what the earlier ones declared.</summary>
/// <remarks>One cell runs at a time; a second call waits for the first. Cells run in the invariant culture, so that they print the same everywhere.</remarks>
public sealed class NotebookSession : IDisposable
{
    private readonly CellThread _thread = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SessionOptions _options;
    private readonly ScriptSession _session;

    /// <summary>Starts a session.</summary>
    public NotebookSession(SessionOptions options)
    {
        ConsoleCapture.Ensure();
        StrayExceptions.Ensure();
        InteractiveFormatter.Reset();
        _options = options;
        _session = new(options);
    }

    /// <summary>The C# side, for those who read along.</summary>
    internal ScriptSession Script => _session;

    /// <summary>The folder from which cells refer to files.</summary>
    internal string WorkingDirectory => _options.WorkingDirectory;

    /// <summary>Has the compiler ready in the background before the first cell asks for it.</summary>
    public static Task WarmUpAsync() => Task.WhenAll(Task.Run(() => new ScriptCompiler(new([]), []).Compile("1 + 1", "", CancellationToken.None)), Task.Run(ScriptCompiler.WarmUp));

    /// <summary>The number of the cell that ran last; 0 when none has.</summary>
    public int ExecutionCount => _session.ExecutionCount;

    /// <summary>Restores the packages of a whole notebook together before its first cell; what cannot be had is told by the cell that asks for it.</summary>
    /// <param name="document">The notebook; it stays as it is.</param>
    /// <param name="progress">Told every two seconds what is being waited for.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task PrepareAsync(NotebookDocument document, IProgress<string>? progress = null, CancellationToken cancellation = default) =>
        _session.References.PrepareAsync(NotebookDirectives.Of(document, _options.WorkingDirectory), text => progress?.Report(text), cancellation);

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">The cell; text cells do nothing.</param>
    /// <param name="show">Takes each output as it comes, from any thread.</param>
    /// <param name="cancellation">Stops the cell, also one that hangs or loops.</param>
    public Task<CellOutcome> RunAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation = default) => RunAsync(cell, show, null, cancellation);

    /// <summary>Runs a cell under a number that the caller counts.</summary>
    /// <param name="cell">The cell; text cells do nothing.</param>
    /// <param name="show">Takes each output as it comes, from any thread.</param>
    /// <param name="number">Its number; null for the next.</param>
    /// <param name="cancellation">Stops the cell, also one that hangs or loops.</param>
    public async Task<CellOutcome> RunAsync(NotebookCell cell, Action<CellOutput> show, int? number, CancellationToken cancellation = default)
    {
        if (!cell.IsCode)
            return new CellOutcome.Succeeded();
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (_thread.IsStuck)
                return new CellOutcome.Unstoppable();
            if (cancellation.IsCancellationRequested)
                return new CellOutcome.Stopped();
            _session.ExecutionCount = number ?? _session.ExecutionCount + 1;
            return await RunTurnAsync(cell, show, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The variables that cells declared, by name, with the values they have now.</summary>
    public IReadOnlyList<NotebookVariable> Variables => VariableList.Of(_session.Variables);

    /// <summary>The value of a variable that a cell declared; false when there is none of the name.</summary>
    public bool TryGetValue(string name, out object? value)
    {
        var found = _session.Variables.FirstOrDefault(variable => variable.Name == name);
        value = found?.Value;
        return found is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_thread.IsStuck)
            CloseAsync().Wait(TimeSpan.FromSeconds(5));
        _thread.Dispose();
        _turn.Dispose();
    }

    /// <summary>Ends what cells keep open, on their own thread.</summary>
    private async Task CloseAsync()
    {
        try
        {
            await _thread.RunAsync(_ => _session.CloseAsync(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"Closing the notebook: {e.Message}").ConfigureAwait(false);
        }
    }

    private async Task<CellOutcome> RunTurnAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation)
    {
        CellOutcome outcome = new CellOutcome.Succeeded();
        var stop = await _thread.RunAsync(async token => outcome = await RunOnThreadAsync(cell, show, token).ConfigureAwait(true), cancellation).ConfigureAwait(false);
        if (stop == StopOutcome.Unstoppable)
        {
            _session.Context.Abandon();
            return new CellOutcome.Unstoppable();
        }
        // A cell that saw its token and left early is stopped as well.
        if (cancellation.IsCancellationRequested)
            return new CellOutcome.Stopped();
        if (outcome is CellOutcome.Failed failed)
            show(failed.Error);
        return outcome;
    }

    private async Task<CellOutcome> RunOnThreadAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation)
    {
        using var _ = _session.Context.Enter(show, cancellation);
        try
        {
            var interpreter = new CellInterpreter(_session, string.Create(CultureInfo.InvariantCulture, $"cell {ExecutionCount}"), _options.WorkingDirectory);
            await interpreter.RunAsync(cell.Source, cell.Language, cancellation).ConfigureAwait(true);
            return new CellOutcome.Succeeded();
        }
        catch (CompilationException e)
        {
            return new CellOutcome.Failed(CompileErrors.Describe(e));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return new CellOutcome.Failed(Tracebacks.Describe(e));
        }
    }
}
