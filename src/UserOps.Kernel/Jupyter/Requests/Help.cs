using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Assistance;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary>Requests about a cell that is being written: what could stand here, what stands here, whether it is complete.</summary>
internal sealed class Help(LiveSession session)
{
    public IEnumerable<IRequestHandler> Handlers =>
    [
        new LookingHandler("complete_request", CompleteAsync), new LookingHandler("inspect_request", InspectAsync), new LookingHandler("is_complete_request", IsCompleteAsync),
    ];

    private async Task<JsonObject> CompleteAsync(Message request)
    {
        var (code, position) = PlaceOf(request);
        var assistant = await session.Assistant.ConfigureAwait(false);
        var list = await assistant.CompleteAsync(code, position).ConfigureAwait(false);
        int start = CodePoints.FromOffset(code, list.Start), end = CodePoints.FromOffset(code, list.End);
        var reply = Replies.Ok();
        reply["matches"] = new JsonArray([.. list.Items.Select(item => (JsonNode)item.Text)]);
        reply["cursor_start"] = start;
        reply["cursor_end"] = end;
        reply["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. list.Items.Select(item => (JsonNode)Typed(item, start, end))]) };
        return reply;
    }

    private static JsonObject Typed(CompletionItem item, int start, int end) => new JsonObject
    {
        ["text"] = item.Text,
        ["type"] = TypeOf(item.Kind),
        ["start"] = start,
        ["end"] = end,
    };

    /// <summary>The words by which Jupyter's clients choose an icon.</summary>
    private static string TypeOf(CompletionKind kind) => kind switch
    {
        CompletionKind.Variable or CompletionKind.Parameter => "instance",
        CompletionKind.Property or CompletionKind.Field or CompletionKind.Constant or CompletionKind.EnumMember or CompletionKind.Event => "property",
        CompletionKind.Method or CompletionKind.ExtensionMethod or CompletionKind.Delegate => "function",
        CompletionKind.Namespace => "module",
        CompletionKind.Keyword or CompletionKind.Directive => "keyword",
        CompletionKind.File => "path",
        _ => "class",
    };

    private async Task<JsonObject> InspectAsync(Message request)
    {
        var (code, position) = PlaceOf(request);
        var assistant = await session.Assistant.ConfigureAwait(false);
        string? text = (await assistant.HoverAsync(code, position).ConfigureAwait(false))?.Markdown
            ?? Describe(await assistant.SignaturesAsync(code, position).ConfigureAwait(false));
        var reply = Replies.Ok();
        reply["found"] = text is not null;
        reply["data"] = text is null ? new JsonObject() : new JsonObject { ["text/plain"] = Plain(text), ["text/markdown"] = text };
        reply["metadata"] = new JsonObject();
        return reply;
    }

    private static string? Describe(SignatureHelp? help) =>
        help is null ? null : $"```csharp\n{help.Signatures[help.ActiveSignature].Text}\n```\n\n{help.Signatures[help.ActiveSignature].Documentation}".TrimEnd();

    /// <summary>Markdown without the fences of its code.</summary>
    private static string Plain(string markdown) => string.Join('\n', markdown.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)));

    private async Task<JsonObject> IsCompleteAsync(Message request)
    {
        var assistant = await session.Assistant.ConfigureAwait(false);
        return await assistant.IsCompleteAsync(CodeOf(request)).ConfigureAwait(false) switch
        {
            CellCompleteness.Incomplete incomplete => new() { ["status"] = "incomplete", ["indent"] = incomplete.Indent },
            CellCompleteness.Invalid => new() { ["status"] = "invalid" },
            _ => new() { ["status"] = "complete" },
        };
    }

    private static (string Code, int Position) PlaceOf(Message request)
    {
        string code = CodeOf(request);
        return (code, CodePoints.ToOffset(code, request.Content.Number("cursor_pos") ?? int.MaxValue));
    }

    private static string CodeOf(Message request) => request.Content.Text("code") ?? "";
}
