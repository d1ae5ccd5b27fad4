using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using UserOps.Kernel.Stdio;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Tests.Stdio;

/// <summary>A server and its client in one process, joined by pipes.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Pipe _input = new(), _output = new();
    private readonly Channel<JsonElement> _messages = Channel.CreateUnbounded<JsonElement>();
    private readonly StdioServer _server;
    private readonly Task _ended;
    private int _count;

    public ServerUnderTest(Func<SessionOptions>? options = null)
    {
        _server = new(_output.Writer.AsStream(), options ?? (() => new() { WorkingDirectory = Path.GetTempPath() }));
        _ended = _server.RunAsync(_input.Reader.AsStream(), CancellationToken.None);
        _ = ReadAsync();
    }

    /// <summary>Sends a request under an id of its own.</summary>
    public async Task<string> SendAsync(string type, JsonObject? properties = null)
    {
        string id = $"r{++_count}";
        var request = properties ?? [];
        (request["id"], request["type"]) = (id, type);
        await SendLineAsync(request.ToJsonString());
        return id;
    }

    public async Task SendLineAsync(string line) => await _input.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>The next message.</summary>
    public async Task<JsonElement> NextAsync() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Everything about this request up to the message of this type, in order.</summary>
    public async Task<List<JsonElement>> UntilAsync(string id, string type = "done")
    {
        var all = new List<JsonElement>();
        while (true)
            if (await NextAsync() is var message && message.TryGetProperty("id", out var about) && about.GetString() == id)
            {
                all.Add(message);
                if (message.Text("type") == type || message.Text("type") == "failed")
                    return all;
            }
    }

    /// <summary>Runs a cell to its end.</summary>
    public async Task<List<JsonElement>> RunAsync(string code, string language = "csharp") =>
        await UntilAsync(await SendAsync("run", new() { ["code"] = code, ["language"] = language }));

    /// <summary>The answer to a question.</summary>
    public async Task<JsonElement> AskAsync(string type, JsonObject? properties = null) => (await UntilAsync(await SendAsync(type, properties), "answer"))[^1];

    public async ValueTask DisposeAsync()
    {
        await _input.Writer.CompleteAsync();
        await _ended.WaitAsync(Patience);
        _server.Dispose();
    }

    private async Task ReadAsync()
    {
        using var reader = new StreamReader(_output.Reader.AsStream());
        while (await reader.ReadLineAsync() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            await _messages.Writer.WriteAsync(message.RootElement.Clone());
        }
    }
}

internal static class Messages
{
    public static IEnumerable<string?> Types(this IEnumerable<JsonElement> messages) => messages.Select(message => message.Text("type"));

    public static JsonElement Single(this IEnumerable<JsonElement> messages, string type) => messages.Single(message => message.Text("type") == type);

    public static string Plain(this JsonElement message) => message.GetProperty("data").Text("text/plain")!;
}
