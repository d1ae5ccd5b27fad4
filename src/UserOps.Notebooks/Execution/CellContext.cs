using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Guards;

namespace UserOps.Notebooks.Execution;

/// <summary>The session as code in a cell meets it: where its outputs go, whether it is to stop, whom it can ask.</summary>
internal sealed class CellContext(SessionOptions options)
{
    private static readonly AsyncLocal<Scope?> Flowing = new();
    private static volatile Scope? s_latest;
    private Action<CellOutput> _show = _ => { };

    /// <summary>The session of this flow of execution; of flows that started outside any cell, the session that runs a cell now.</summary>
    public static CellContext? Current => (Flowing.Value ?? s_latest)?.Context;

    /// <summary>Whether this flow of execution began in a cell.</summary>
    public static bool IsCodeOfACell => Flowing.Value is not null;

    static CellContext() => LoopGuard.Token = () => CurrentCancellation;

    /// <summary>Asks the cell to which this flow of execution belongs to stop.</summary>
    public static CancellationToken CurrentCancellation => (Flowing.Value ?? s_latest)?.Cancellation ?? CancellationToken.None;

    /// <summary>What the session gives to cells.</summary>
    public SessionOptions Options => options;

    /// <summary>Makes this the session of the current flow, whose outputs go to <paramref name="show"/>, until disposed.</summary>
    public IDisposable Enter(Action<CellOutput> show, CancellationToken cancellation)
    {
        _show = show;
        var scope = new Scope(this, cancellation);
        Flowing.Value = s_latest = scope;
        return new Leave(scope, Output.RedirectTo(bundle => Show(new CellOutput.Display(bundle))));
    }

    /// <summary>Leaves a cell that goes on running to itself: what other flows print is no longer its output.</summary>
    public void Abandon()
    {
        _show = _ => { };
        if (s_latest?.Context == this)
            s_latest = null;
    }

    /// <summary>Shows an output.</summary>
    public void Show(CellOutput output) => _show(output);

    /// <summary>Asks the person at the notebook.</summary>
    /// <exception cref="NotebookException">Nobody is there.</exception>
    public async Task<string?> AskAsync(string prompt, bool isPassword)
    {
        if (options.Input is not { } input)
            throw new NotebookException(
                $"The cell asks for input ('{prompt}'), but this run has nobody to answer. Declare a variable in the cell tagged 'parameters' and give it with -p name=value.");
        return await input(new(prompt, isPassword), CurrentCancellation).ConfigureAwait(false);
    }

    private sealed record Scope(CellContext Context, CancellationToken Cancellation);

    private sealed class Leave(Scope scope, IDisposable redirection) : IDisposable
    {
        public void Dispose()
        {
            redirection.Dispose();
            if (s_latest == scope)
                s_latest = null;
        }
    }
}
