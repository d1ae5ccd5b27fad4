using System.Text;
using System.Text.Json.Nodes;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Stdio;

/// <summary>A session for one client: reads requests from a stream, writes answers and events to another.</summary>
internal sealed class StdioServer : IDisposable
{
    /// <summary>The version of the protocol: it grows when a client that knows the old one would go wrong.</summary>
    public const int ProtocolVersion = 1;

    private readonly MessageWriter _writer;
    private readonly Questions _questions;
    private readonly LiveSession _session;
    private readonly CellRuns _runs;
    private readonly CellHelp _help;
    private readonly NotebookPackages _packages;
    private readonly NotebookParameters _parameters;

    public StdioServer(Stream output, Func<SessionOptions> options)
    {
        _writer = new(output);
        _questions = new(_writer);
        var given = new Lazy<SessionOptions>(options);
        _session = new(() => given.Value with { Input = _questions.AskAsync });
        _parameters = new(given);
        _runs = new(_session, _writer, _questions);
        (_help, _packages) = (new(_session), new(_session, _writer));
    }

    /// <summary>Serves until the client closes its end or the token is cancelled.</summary>
    public async Task RunAsync(Stream input, CancellationToken cancellation)
    {
        using var notice = new ExitNotice(_runs.SayLastWords);
        Greet();
        var runs = _runs.RunAsync();
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (line.Length > 0)
                Take(line);
        _runs.End();
        await Task.WhenAny(runs, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None)).ConfigureAwait(false);
    }

    public void Dispose() => _session.Dispose();

    private void Greet() => _writer.Write(new()
    {
        ["type"] = "hello",
        ["protocol"] = ProtocolVersion,
        ["version"] = typeof(StdioServer).Assembly.GetName().Version!.ToString(3),
        ["process"] = Environment.ProcessId,
    });

    private void Take(string line)
    {
        Request? request = null;
        try
        {
            request = Request.Parse(line);
            Take(request);
        }
        catch (RequestException problem)
        {
            Fail(request, problem.Message);
        }
    }

    private void Take(Request request)
    {
        if (request.Type == "run")
            _runs.Add(request);
        else if (request.Type == "stop")
            _runs.Stop(request.Id);
        else if (request.Type == "input")
            _questions.Answer(request.Json.Text("value"));
        else
            // Elsewhere, so that a long answer keeps nobody from stopping a cell.
            _ = Task.Run(() => AnswerAsync(request));
    }

    private async Task AnswerAsync(Request request)
    {
        try
        {
            var answer = request.Event("answer");
            foreach (var (name, value) in await FindAsync(request).ConfigureAwait(false))
                answer[name] = value?.DeepClone();
            _writer.Write(answer);
        }
        catch (Exception e)
        {
            // A client that waits for an answer must not wait for ever, whatever went wrong in here.
            Fail(request, e is NotebookException or RequestException ? e.Message : $"{e.GetType().Name}: {e.Message}");
        }
    }

    private Task<JsonObject> FindAsync(Request request) => request.Type switch
    {
        "complete" => _help.CompleteAsync(request),
        "explain" => Task.FromResult(_help.Explain(request)),
        "hover" => _help.HoverAsync(request),
        "signatures" => _help.SignaturesAsync(request),
        "diagnostics" => _help.DiagnosticsAsync(request),
        "variables" => _help.VariablesAsync(request),
        "prepare" => _packages.PrepareAsync(request),
        "parameters" => Task.FromResult(_parameters.List(request)),
        "set" => Task.FromResult(_parameters.Set(request)),
        _ => throw new RequestException($"There is no request of type '{request.Type}'."),
    };

    private void Fail(Request? request, string message) =>
        _writer.Write(new() { ["id"] = request?.Id, ["type"] = "failed", ["message"] = message });
}
