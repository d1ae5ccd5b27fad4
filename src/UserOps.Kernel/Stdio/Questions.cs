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
    public async Task<string?> AskAsync(InputRequest question, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open = answer;
        if (_running?.Event("input") is { } message)
        {
            message["prompt"] = question.Prompt;
            message["password"] = question.IsPassword;
            writer.Write(message);
        }
        return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes an answer; null when the person gave none. One that nobody waits for is left alone.</summary>
    public void Answer(string? value) => _open?.TrySetResult(value);
}
