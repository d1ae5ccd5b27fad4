using UserOps.Notebooks;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Stdio;

/// <summary>Takes the questions of the running cell to the client, and the answers back.</summary>
internal sealed class Questions(MessageWriter writer)
{
    private volatile Request? _running;
    private volatile TaskCompletionSource<string?>? _open;

    /// <summary>Declares which request runs a cell now; null when none does.</summary>
    public void Serve(Request? request) => _running = request;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="NotebookException">No cell runs, so that nobody would be asked.</exception>
    public async Task<string?> AskAsync(InputRequest question, CancellationToken cancellation)
    {
        if (_running is not { } request)
            throw new NotebookException($"A thread asks for input ('{question.Prompt}') after its cell has ended. Ask in the cell, before it ends.");
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open = answer;
        var message = request.Event("input");
        message["prompt"] = question.Prompt;
        message["password"] = question.IsPassword;
        writer.Write(message);
        return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes an answer; null when the person gave none. One that nobody waits for is left alone.</summary>
    public void Answer(string? value) => _open?.TrySetResult(value);
}
