using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Helps with a cell that is being written: completion, explanation, signatures, errors, whether it is ready to run.</summary>
/// <remarks>
/// It knows what the cells before it declared, by type and not by value, and the packages they loaded. It never waits for a running cell. Places are offsets into the
/// cell in UTF-16 units, from 0. One session is read by one assistant, from any thread.
/// </remarks>
public sealed class CellAssistant(NotebookSession session)
{
    private readonly ScriptSession _script = session.Script;
    private readonly SymbolDocs _docs = new(session.Script.PathOf);

    /// <summary>Has the compiler and the names of the session ready before the first question.</summary>
    public Task WarmUpAsync() => CompleteAsync("Console.", 8);

    /// <summary>What could stand at a place of the cell.</summary>
    /// <param name="cell">The cell as it stands.</param>
    /// <param name="position">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the cell.</exception>
    public Task<CompletionList> CompleteAsync(string cell, int position, CancellationToken cancellation = default) => At(cell, position, () =>
        DirectiveCompletion.TryComplete(cell, position, session.WorkingDirectory) ?? CodeCompletion.Complete(Draft(cell, position, cancellation), position, _docs), cancellation);

    /// <summary>What stands at a place of the cell; null where nothing can be explained.</summary>
    /// <param name="cell">The cell as it stands.</param>
    /// <param name="position">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the cell.</exception>
    public Task<HoverText?> HoverAsync(string cell, int position, CancellationToken cancellation = default) => At(cell, position, () =>
        DirectiveCompletion.TryExplain(cell, position) ?? CodeHover.Explain(Draft(cell, position, cancellation), position, _docs), cancellation);

    /// <summary>The ways to call what is being called at a place of the cell; null where no call is open.</summary>
    /// <param name="cell">The cell as it stands.</param>
    /// <param name="position">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the cell.</exception>
    public Task<SignatureHelp?> SignaturesAsync(string cell, int position, CancellationToken cancellation = default) =>
        At(cell, position, () => CallSignatures.Find(Draft(cell, position, cancellation), position, _docs), cancellation);

    /// <summary>The errors and warnings of the cell as it stands, in order.</summary>
    /// <remarks>While names may still come from a package, a file or a value that the cell itself asks for, only errors of syntax are told.</remarks>
    public Task<IReadOnlyList<CellDiagnostic>> DiagnosticsAsync(string cell, CancellationToken cancellation = default) =>
        Task.Run(() => CellDiagnostics.Of(cell, _script, cancellation), cancellation);

    /// <summary>Whether the cell could run as it stands, or its writer is still at it.</summary>
    public Task<CellCompleteness> IsCompleteAsync(string cell, CancellationToken cancellation = default) => Task.Run(() => Completeness.Of(cell, _script), cancellation);

    private CellDraft Draft(string cell, int position, CancellationToken cancellation) => CellDrafts.At(cell, position, _script, cancellation);

    private static Task<T> At<T>(string cell, int position, Func<T> answer, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, cell.Length);
        return Task.Run(answer, cancellation);
    }
}
