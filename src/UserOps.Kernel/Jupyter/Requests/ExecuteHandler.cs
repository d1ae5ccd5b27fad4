using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary><c>execute_request</c>: runs a cell.</summary>
internal sealed class ExecuteHandler(LiveSession session, Messenger messenger, InputDesk desk, StopSwitch stop, History history) : IRequestHandler
{
    public const string RequestType = "execute_request";

    private readonly OutputMessages _outputs = new(messenger);
    private volatile Running? _running;
    private int _count;

    public string Type => RequestType;

    public async Task<JsonObject?> AnswerAsync(Message request, Action abortQueue)
    {
        var asked = ExecuteRequest.Read(request.Content);
        var cell = Begin(request, asked);
        using var cancellation = new CancellationTokenSource();
        stop.Watch(cancellation);
        try
        {
            desk.Serve(asked.AllowsInput ? request : null);
            var error = await session.RunAsync(new("csharp", asked.Code), cell.Number, cell.Show, cancellation.Token).ConfigureAwait(false);
            cell.Pump.Flush();
            if (error is not null && asked.StopsOnError)
                abortQueue();
            if (asked.IsStored)
                history.Add(cell.Number, asked.Code, cell.ResultText);
            return error is null ? Succeeded(cell.Number, await EvaluateAsync(asked, cell.Number, cancellation.Token).ConfigureAwait(false)) : Failed(cell.Number, error);
        }
        finally
        {
            desk.Serve(null);
            stop.Watch(null);
            _running = null;
        }
    }

    /// <summary>Says that the running cell has ended the process; nothing when none runs.</summary>
    public void SayLastWords(int exitCode)
    {
        if (_running is not { } cell)
            return;
        var error = Problems.Exited(exitCode);
        cell.Pump.Flush();
        _outputs.Publish(cell.Request.Header, error);
        messenger.Reply(Channel.Shell, cell.Request, "execute_reply", Failed(cell.Number, error));
        messenger.PublishState(cell.Request.Header, "idle");
    }

    private Running Begin(Message request, ExecuteRequest asked)
    {
        int number = asked.IsStored ? ++_count : _count;
        if (!asked.IsSilent)
            messenger.Publish(request.Header, "execute_input", new() { ["code"] = asked.Code, ["execution_count"] = number });
        return _running = new(request, number, new(output => _outputs.Publish(request.Header, output)), asked.IsSilent);
    }

    private async Task<JsonObject> EvaluateAsync(ExecuteRequest asked, int number, CancellationToken cancellation)
    {
        var values = new JsonObject();
        foreach (var (name, code) in asked.Expressions)
        {
            var bundle = MimeBundle.Of("");
            var error = await session.RunAsync(new("csharp", code), number, output => bundle = (output as CellOutput.Result)?.Data ?? bundle, cancellation).ConfigureAwait(false);
            values[name] = error is null
                ? new JsonObject { ["status"] = "ok", ["data"] = MimeJson.Of(bundle), ["metadata"] = new JsonObject() }
                : Replies.Error(error);
        }
        return values;
    }

    private static JsonObject Succeeded(int number, JsonObject expressions) => new()
    {
        ["status"] = "ok",
        ["execution_count"] = number,
        ["user_expressions"] = expressions,
        ["payload"] = new JsonArray(),
    };

    private static JsonObject Failed(int number, CellOutput.Error error)
    {
        var reply = Replies.Error(error);
        reply["execution_count"] = number;
        return reply;
    }

    /// <summary>A cell that runs.</summary>
    private sealed class Running(Message request, int number, OutputPump pump, bool isSilent)
    {
        public Message Request => request;

        public int Number => number;

        public OutputPump Pump => pump;

        public string? ResultText { get; private set; }

        public void Show(CellOutput output)
        {
            if (output is CellOutput.Result result)
                ResultText = result.Data[MimeBundle.PlainText];
            if (!isSilent)
                pump.Add(output);
        }
    }
}
