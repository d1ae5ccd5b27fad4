using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary>Answers one type of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The type, such as <c>execute_request</c>.</summary>
    string Type { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="abortQueue">Has the cells that wait behind it not run.</param>
    /// <returns>The content of the reply; null for messages that have none.</returns>
    Task<JsonObject?> AnswerAsync(Message request, Action abortQueue);
}

/// <summary>A request that only looks at what is there, so that it need not wait for a running cell.</summary>
internal sealed class LookingHandler(string type, Func<Message, Task<JsonObject>> answer) : IRequestHandler
{
    public string Type => type;

    public async Task<JsonObject?> AnswerAsync(Message request, Action abortQueue) => await answer(request).ConfigureAwait(false);
}

/// <summary>A request that is answered at once.</summary>
internal sealed class SimpleHandler(string type, Func<Message, JsonObject?> answer) : IRequestHandler
{
    public string Type => type;

    public Task<JsonObject?> AnswerAsync(Message request, Action abortQueue) => Task.FromResult(answer(request));
}
