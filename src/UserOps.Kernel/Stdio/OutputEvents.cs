using System.Text.Json.Nodes;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Stdio;

/// <summary>Outputs of cells as events of the request that runs them.</summary>
internal sealed class OutputEvents
{
    private readonly DisplayIds _displays = new();

    public JsonObject Of(Request request, CellOutput output)
    {
        switch (output)
        {
            case CellOutput.Stream stream:
                return With(request.Event("stream"), ("name", stream.IsError ? "stderr" : "stdout"), ("text", stream.Text));
            case CellOutput.Display display:
                bool isUpdate = display.DisplayId is { } id && _displays.WasShown(id);
                return With(request.Event(isUpdate ? "update" : "display"), ("display", display.DisplayId), ("data", MimeJson.Of(display.Data)));
            case CellOutput.Result result:
                return With(request.Event("result"), ("number", result.ExecutionCount), ("data", MimeJson.Of(result.Data)));
            case CellOutput.Error error:
                return With(request.Event("error"), ("name", error.Name), ("message", error.Message), ("traceback", new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)])));
            case CellOutput.Clear clear:
                return With(request.Event("clear"), ("wait", clear.Wait));
            default:
                throw new InvalidOperationException($"Unknown kind of output {output.GetType().Name}.");
        }
    }

    private static JsonObject With(JsonObject message, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        foreach (var (name, value) in properties)
            if (value is not null)
                message[name] = value;
        return message;
    }
}
