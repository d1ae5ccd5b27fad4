using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Rendering;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Execution;

/// <summary>A running C# session: cell after cell, each seeing what the earlier ones declared.</summary>
/// <remarks>One cell runs at a time; a second call waits for the first.</remarks>
public sealed class NotebookSession : IDisposable
{
    private static readonly string[] DefaultUsings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    private readonly CellThread _thread = new();
    private readonly ScriptLoadContext _assemblies = new();
    private readonly ScriptCompiler _compiler = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CellContext _context;
    private readonly ScriptChain _chain;

    /// <summary>Starts a session.</summary>
    public NotebookSession(SessionOptions options)
    {
        ConsoleCapture.Ensure();
        Formatter.ResetToDefault();
        _context = new(options);
        _chain = new(_compiler, _assemblies);
        foreach (string path in PlatformAssemblies.Closure([typeof(NotebookSession).Assembly, .. options.InBox]).Values)
            _compiler.AddReference(path);
        foreach (string name in DefaultUsings.Concat(options.Usings).Distinct())
            _compiler.AddUsing(name);
    }

    /// <summary>How many cells have run.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">The cell; text cells do nothing.</param>
    /// <param name="show">Takes each output as it comes, from any thread.</param>
    /// <param name="cancellation">Stops the cell, also one that hangs or loops.</param>
    public async Task<CellOutcome> RunAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation = default)
    {
        if (!cell.IsCode)
            return new CellOutcome.Succeeded();
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ExecutionCount++;
            return await RunTurnAsync(cell, show, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The value of a variable that a cell declared; false when there is none of the name.</summary>
    public bool TryGetValue(string name, out object? value)
    {
        var found = _chain.Variables.FirstOrDefault(variable => variable.Name == name);
        value = found?.Value;
        return found is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chain.Clear();
        _thread.Dispose();
        _turn.Dispose();
    }

    private async Task<CellOutcome> RunTurnAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation)
    {
        CellOutcome outcome = new CellOutcome.Succeeded();
        var stop = await _thread.RunAsync(async token => outcome = await RunOnThreadAsync(cell, show, token).ConfigureAwait(true), cancellation).ConfigureAwait(false);
        if (stop != StopOutcome.NotStopped)
            return stop == StopOutcome.Stopped ? new CellOutcome.Stopped() : new CellOutcome.Unstoppable();
        if (outcome is CellOutcome.Failed failed)
            show(failed.Error);
        return outcome;
    }

    private async Task<CellOutcome> RunOnThreadAsync(NotebookCell cell, Action<CellOutput> show, CancellationToken cancellation)
    {
        using var _ = _context.Enter(show, cancellation);
        try
        {
            await RunCSharpAsync(cell.Source, string.Create(CultureInfo.InvariantCulture, $"cell {ExecutionCount}"), cancellation).ConfigureAwait(true);
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

    private async Task RunCSharpAsync(string code, string path, CancellationToken cancellation)
    {
        var submission = _compiler.Compile(code, path, cancellation);
        object? value = await _chain.Start(submission).ConfigureAwait(true);
        if (value is not null || TrailingExpression.HasValue(submission.Compilation))
            _context.Show(new CellOutput.Result(ValueRenderer.Render(value), ExecutionCount));
    }
}
