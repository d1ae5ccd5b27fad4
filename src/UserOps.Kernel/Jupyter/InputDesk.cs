using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Notebooks;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Jupyter;

/// <summary>Takes the questions of the running cell to the client that runs it, and the answer back.</summary>
internal sealed class InputDesk(Messenger messenger)
{
    private volatile Message? _running;
    private volatile TaskCompletionSource<string?>? _open;

    /// <summary>Serves the cell of this request; null where its client does not answer questions, or when no cell runs.</summary>
    public void Serve(Message? request) => _running = request;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="NotebookException">The client has said that nobody answers.</exception>
    public async Task<string?> AskAsync(InputRequest question, CancellationToken cancellation)
    {
        if (_running is not { } request)
            throw new NotebookException(
                $"The cell asks for input ('{question.Prompt}'), but the program that runs this notebook answers no questions. Assign the value in a cell instead.");
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open = answer;
        messenger.Reply(Channel.Stdin, request, "input_request", new JsonObject { ["prompt"] = question.Prompt, ["password"] = question.IsPassword });
        return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes an answer; one that nobody waits for is left alone.</summary>
    public void Answer(Message message)
    {
        if (message.Type == "input_reply")
            _open?.TrySetResult(message.Content.Text("value"));
    }
}
