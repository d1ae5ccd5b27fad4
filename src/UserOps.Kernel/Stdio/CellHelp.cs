using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Assistance;

namespace UserOps.Kernel.Stdio;

/// <summary>Answers about a cell that is being written, and about the session.</summary>
internal sealed class CellHelp(LiveSession session)
{
    private volatile Tuple<string, CompletionList>? _latest;

    public async Task<JsonObject> CompleteAsync(Request request)
    {
        var (code, position) = request.Place();
        var list = await (await session.Assistant.ConfigureAwait(false)).CompleteAsync(code, position).ConfigureAwait(false);
        _latest = Tuple.Create(request.Id, list);
        return new()
        {
            ["start"] = list.Start,
            ["end"] = list.End,
            ["items"] = new JsonArray([.. list.Items.Select(item => new JsonObject { ["text"] = item.Text, ["kind"] = Camel(item.Kind) })]),
        };
    }

    /// <summary>Explains one item of the latest completion: finding that out for all of them takes longer than a person types.</summary>
    public JsonObject Explain(Request request)
    {
        int index = request.Json.Number("item") ?? -1;
        if (_latest is not { } latest || latest.Item1 != request.Json.Text("of") || index < 0 || index >= latest.Item2.Items.Count)
            return [];
        var item = latest.Item2.Items[index];
        return new() { ["detail"] = item.Detail, ["documentation"] = item.Documentation };
    }

    public async Task<JsonObject> HoverAsync(Request request)
    {
        var (code, position) = request.Place();
        var hover = await (await session.Assistant.ConfigureAwait(false)).HoverAsync(code, position).ConfigureAwait(false);
        return hover is null ? [] : new() { ["markdown"] = hover.Markdown, ["start"] = hover.Start, ["end"] = hover.End };
    }

    public async Task<JsonObject> SignaturesAsync(Request request)
    {
        var (code, position) = request.Place();
        var help = await (await session.Assistant.ConfigureAwait(false)).SignaturesAsync(code, position).ConfigureAwait(false);
        return help is null ? [] : new()
        {
            ["activeSignature"] = help.ActiveSignature,
            ["activeParameter"] = help.ActiveParameter,
            ["signatures"] = new JsonArray([.. help.Signatures.Select(Signature)]),
        };
    }

    public async Task<JsonObject> DiagnosticsAsync(Request request)
    {
        var found = await (await session.Assistant.ConfigureAwait(false)).DiagnosticsAsync(request.Required("code")).ConfigureAwait(false);
        return new()
        {
            ["diagnostics"] = new JsonArray([.. found.Select(one => new JsonObject
            {
                ["severity"] = Camel(one.Severity),
                ["code"] = one.Code,
                ["message"] = one.Message,
                ["start"] = one.Start,
                ["end"] = one.End,
            })]),
        };
    }

    public async Task<JsonObject> VariablesAsync(Request request)
    {
        var variables = (await session.Started.ConfigureAwait(false)).Variables;
        return new()
        {
            ["variables"] = new JsonArray([.. variables.Select(one => new JsonObject { ["name"] = one.Name, ["variableType"] = one.Type, ["text"] = one.Value })]),
        };
    }

    private static JsonObject Signature(CallSignature signature) => new()
    {
        ["text"] = signature.Text,
        ["documentation"] = signature.Documentation,
        ["parameters"] = new JsonArray([.. signature.Parameters.Select(one => new JsonObject { ["text"] = one.Text, ["documentation"] = one.Documentation })]),
    };

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
