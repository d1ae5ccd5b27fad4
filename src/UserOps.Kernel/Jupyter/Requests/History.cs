using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary><c>history_request</c>: the cells of this session that took a number.</summary>
internal sealed class History : IRequestHandler
{
    private const int Session = 1;

    private readonly List<Entry> _entries = [];

    public string Type => "history_request";

    /// <summary>Adds a cell with the text of its result, if it had one.</summary>
    public void Add(int number, string code, string? result) => _entries.Add(new(number, code, result));

    public Task<JsonObject?> AnswerAsync(Message request, Action abortQueue)
    {
        bool withOutput = request.Content.Flag("output") ?? false;
        var reply = Replies.Ok();
        reply["history"] = new JsonArray([.. Find(request.Content).Select(entry => (JsonNode)entry.Write(withOutput))]);
        return Task.FromResult<JsonObject?>(reply);
    }

    private IEnumerable<Entry> Find(JsonElement asked) => asked.Text("hist_access_type") switch
    {
        "range" => Range(asked),
        "search" => Search(asked).TakeLast(asked.Number("n") ?? int.MaxValue),
        _ => _entries.TakeLast(asked.Number("n") ?? int.MaxValue),
    };

    /// <summary>From a number to before a number; 0 is this session, others are not kept.</summary>
    private IEnumerable<Entry> Range(JsonElement asked) => asked.Number("session") is null or 0 or Session
        ? _entries.Where(entry => entry.Number >= (asked.Number("start") ?? 1) && entry.Number < (asked.Number("stop") ?? int.MaxValue))
        : [];

    /// <summary>By a pattern with <c>*</c> and <c>?</c>; of equal cells the latest where each is wanted once.</summary>
    private IEnumerable<Entry> Search(JsonElement asked)
    {
        string pattern = asked.Text("pattern") ?? "*";
        var found = _entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        return asked.Flag("unique") == true ? found.Reverse().DistinctBy(entry => entry.Code).Reverse() : found;
    }

    private sealed record Entry(int Number, string Code, string? Result)
    {
        public JsonArray Write(bool withOutput) => new(Session, Number, withOutput ? new JsonArray(Code, Result) : Code);
    }
}
