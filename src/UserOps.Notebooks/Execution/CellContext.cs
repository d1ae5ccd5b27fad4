using UserOps.Display;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>The session as code in a cell meets it: where its outputs go, whether it is to stop, whom it can ask.</summary>
internal sealed class CellContext(SessionOptions options)
{
    private static readonly AsyncLocal<CellContext?> Flowing = new();
    private static volatile CellContext? s_latest;
    private Action<CellOutput> _show = _ => { };

    /// <summary>The session of this flow of execution; of flows that started outside any cell, the session that runs a cell now.</summary>
    public static CellContext? Current => Flowing.Value ?? s_latest;

    /// <summary>Asks the running cell to stop.</summary>
    public CancellationToken Cancellation { get; private set; }

    /// <summary>What the session gives to cells.</summary>
    public SessionOptions Options => options;

    /// <summary>Makes this the session of the current flow, whose outputs go to <paramref name="show"/>, until disposed.</summary>
    public IDisposable Enter(Action<CellOutput> show, CancellationToken cancellation)
    {
        (_show, Cancellation) = (show, cancellation);
        Flowing.Value = s_latest = this;
        var redirection = Output.RedirectTo(bundle => Show(new CellOutput.Display(bundle)));
        return new Leave(this, redirection);
    }

    /// <summary>Shows an output. No stop aborts the host while it takes the output, since that could leave a lock taken for ever.</summary>
    public void Show(CellOutput output)
    {
        try
        {
        }
        finally
        {
            _show(output);
        }
    }

    /// <summary>Asks the person at the notebook.</summary>
    /// <exception cref="NotebookException">Nobody is there.</exception>
    public async Task<string?> AskAsync(string prompt, bool isPassword)
    {
        if (options.Input is not { } input)
            throw new NotebookException(
                $"The cell asks for input ('{prompt}'), but this run has nobody to answer. Declare a variable in the cell tagged 'parameters' and give it with -p name=value.");
        return await input(new(prompt, isPassword), Cancellation).ConfigureAwait(false);
    }

    private sealed class Leave(CellContext context, IDisposable redirection) : IDisposable
    {
        public void Dispose()
        {
            redirection.Dispose();
            if (s_latest == context)
                s_latest = null;
        }
    }
}
