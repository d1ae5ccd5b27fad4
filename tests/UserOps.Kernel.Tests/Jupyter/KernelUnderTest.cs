using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Tests.Jupyter;

/// <summary>A message as a client got it.</summary>
internal sealed record Received(Channel Channel, string Type, string? Parent, JsonElement Content)
{
    public string Text(string name) => Content.GetProperty(name).GetString()!;

    public string Data(string mimeType) => Content.GetProperty("data").GetProperty(mimeType).GetString()!;
}

/// <summary>A kernel and its client in one process, without sockets: what the kernel sends arrives in order over all channels.</summary>
internal sealed class KernelUnderTest : IChannels, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly MessageFormat _format = new("secret", TimeProvider.System);
    private readonly BlockingCollection<Received> _sent = [];
    private readonly CancellationTokenSource _end = new();
    private readonly JupyterKernel _kernel;
    private Action<Channel, IReadOnlyList<byte[]>> _receive = (_, _) => { };

    public KernelUnderTest(Func<SessionOptions>? options = null)
    {
        _kernel = new(this, new("secret", TimeProvider.System), options ?? (() => new() { WorkingDirectory = Path.GetTempPath() }));
        Ended = _kernel.RunAsync(_end.Token);
    }

    /// <summary>Completes when the kernel has ended.</summary>
    public Task Ended { get; }

    void IChannels.Start(Action<Channel, IReadOnlyList<byte[]>> received) => _receive = received;

    void IChannels.Send(Channel channel, IReadOnlyList<byte[]> frames)
    {
        var message = _format.Read(frames, out string reason) ?? throw new InvalidOperationException(reason);
        int header = frames.ToList().FindIndex(frame => Encoding.ASCII.GetString(frame) == "<IDS|MSG>") + 2;
        using var parent = JsonDocument.Parse(frames[header + 1]);
        _sent.Add(new(channel, message.Type, parent.RootElement.TryGetProperty("msg_id", out var id) ? id.GetString() : null, message.Content));
    }

    void IDisposable.Dispose() { }

    /// <summary>Sends a request; the id is in the parent of everything that belongs to it.</summary>
    public string Send(string type, JsonObject? content = null, Channel channel = Channel.Shell)
    {
        var frames = _format.Write([[1, 2, 3]], type, default, content ?? []);
        _receive(channel, frames);
        using var header = JsonDocument.Parse(frames[3]);
        return header.RootElement.GetProperty("msg_id").GetString()!;
    }

    /// <summary>Hands the kernel frames as they are.</summary>
    public void SendRaw(Channel channel, params IReadOnlyList<byte[]> frames) => _receive(channel, frames);

    public string SendCode(string code, bool silent = false, bool store = true, bool stopOnError = true, bool input = false) => Send("execute_request", new()
    {
        ["code"] = code,
        ["silent"] = silent,
        ["store_history"] = store,
        ["stop_on_error"] = stopOnError,
        ["allow_stdin"] = input,
    });

    /// <summary>Everything that comes until the kernel is idle again after this request, in order.</summary>
    public IReadOnlyList<Received> Until(string id, string type = "idle")
    {
        var all = new List<Received>();
        while (_sent.TryTake(out var message, Patience))
        {
            all.Add(message);
            if (message.Parent == id && (message.Type == type || type == "idle" && message.Type == "status" && message.Text("execution_state") == "idle"))
                return all;
        }
        throw new TimeoutException($"No {type} came; what came: {string.Join(", ", all.Select(one => one.Type))}.");
    }

    /// <summary>The exchange of one request.</summary>
    public IReadOnlyList<Received> Ask(string type, JsonObject? content = null, Channel channel = Channel.Shell)
    {
        string id = Send(type, content, channel);
        return [.. Until(id).Where(message => message.Parent == id)];
    }

    /// <summary>The exchange of one cell.</summary>
    public IReadOnlyList<Received> Run(string code, bool silent = false, bool store = true)
    {
        string id = SendCode(code, silent, store);
        return [.. Until(id).Where(message => message.Parent == id)];
    }

    /// <summary>The next message of a type, whatever comes before it.</summary>
    public Received Next(string type)
    {
        while (_sent.TryTake(out var message, Patience))
            if (message.Type == type)
                return message;
        throw new TimeoutException($"No {type} came.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Ended.WaitAsync(Patience);
        _kernel.Dispose();
        _end.Dispose();
        _sent.Dispose();
    }
}

internal static class Exchanges
{
    /// <summary>The reply of an exchange.</summary>
    public static Received Reply(this IEnumerable<Received> messages) => messages.Single(message => message.Type.EndsWith("_reply", StringComparison.Ordinal) && message.Channel != Channel.IoPub);

    public static string Status(this IEnumerable<Received> messages) => messages.Reply().Text("status");

    public static int Count(this IEnumerable<Received> messages) => messages.Reply().Content.GetProperty("execution_count").GetInt32();

    /// <summary>What was printed on a stream, all pieces together.</summary>
    public static string Printed(this IEnumerable<Received> messages, string stream = "stdout") =>
        string.Concat(messages.Where(message => message.Type == "stream" && message.Text("name") == stream).Select(message => message.Text("text")));

    public static IEnumerable<string> Types(this IEnumerable<Received> messages) => messages.Select(message => message.Type);
}
