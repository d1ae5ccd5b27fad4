using System.Text.Json.Nodes;
using System.Threading.Channels;
using UserOps.Kernel.Jupyter.Requests;
using UserOps.Kernel.Jupyter.Wire;
using Channel = UserOps.Kernel.Jupyter.Wire.Channel;

namespace UserOps.Kernel.Jupyter;

/// <summary>Answers the requests of one channel: busy, the answer, idle, and a reply in every case. They wait for each other, except for those that only look on.</summary>
internal sealed class RequestLoop(Channel channel, Messenger messenger, IEnumerable<IRequestHandler> handlers)
{
    private const string Request = "_request";

    private readonly Dictionary<string, IRequestHandler> _handlers = handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);
    private readonly Channel<(int Number, Message Message)> _queue = System.Threading.Channels.Channel.CreateUnbounded<(int, Message)>();
    private readonly Lock _states = new();
    private Message? _inTurn;
    private int _received;
    private int _abortedUpTo;

    /// <summary>Answers a request in its turn, or beside the others.</summary>
    public void Add(Message request)
    {
        int number = Interlocked.Increment(ref _received);
        if (_handlers.GetValueOrDefault(request.Type) is LookingHandler)
            _ = Task.Run(() => AnswerBesideAsync(number, request));
        else
            _queue.Writer.TryWrite((number, request));
    }

    /// <summary>Answers what waits for its turn until <see cref="End"/>.</summary>
    public async Task RunAsync()
    {
        await foreach (var (number, request) in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            TellBusy(request);
            await ReplyAsync(number, request).ConfigureAwait(false);
            TellIdle(request);
        }
    }

    /// <summary>Takes no more requests.</summary>
    public void End() => _queue.Writer.TryComplete();

    private async Task AnswerBesideAsync(int number, Message request)
    {
        messenger.PublishState(request.Header, "busy");
        await ReplyAsync(number, request).ConfigureAwait(false);
        lock (_states)
        {
            messenger.PublishState(request.Header, "idle");
            // Clients show the latest state they hear of, and a cell may still run.
            if (_inTurn is { } running)
                messenger.PublishState(running.Header, "busy");
        }
    }

    private void TellBusy(Message request)
    {
        lock (_states)
            messenger.PublishState((_inTurn = request).Header, "busy");
    }

    private void TellIdle(Message request)
    {
        lock (_states)
        {
            _inTurn = null;
            messenger.PublishState(request.Header, "idle");
        }
    }

    private async Task ReplyAsync(int number, Message request)
    {
        if (await AnswerAsync(number, request).ConfigureAwait(false) is { } reply)
            messenger.Reply(channel, request, request.Type[..^Request.Length] + "_reply", reply);
    }

    private async Task<JsonObject?> AnswerAsync(int number, Message request)
    {
        if (number <= _abortedUpTo && request.Type == ExecuteHandler.RequestType)
            return new() { ["status"] = "aborted" };
        if (!_handlers.TryGetValue(request.Type, out var handler))
            return request.Type.EndsWith(Request, StringComparison.Ordinal) ? Replies.Error("UnknownRequest", $"This kernel does not know '{request.Type}'.") : null;
        try
        {
            return await handler.AnswerAsync(request, AbortQueue).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever went wrong in here, a client that waits for a reply must not wait for ever.
            await Console.Error.WriteLineAsync($"userops: {request.Type}: {e}").ConfigureAwait(false);
            return Replies.Error(e.GetType().Name, e.Message);
        }
    }

    /// <summary>Has the cells that wait now not run.</summary>
    public void AbortQueue() => _abortedUpTo = Volatile.Read(ref _received);
}
