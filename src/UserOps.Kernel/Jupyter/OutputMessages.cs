using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Display;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Jupyter;

/// <summary>Outputs of cells as messages.</summary>
internal sealed class OutputMessages(Messenger messenger)
{
    private readonly DisplayIds _displays = new();

    /// <summary>Publishes an output of the request with this header.</summary>
    public void Publish(JsonElement parent, CellOutput output)
    {
        (string type, var content) = Of(output);
        messenger.Publish(parent, type, content);
    }

    private (string Type, JsonObject Content) Of(CellOutput output) => output switch
    {
        CellOutput.Stream stream => ("stream", new() { ["name"] = stream.IsError ? "stderr" : "stdout", ["text"] = stream.Text }),
        CellOutput.Display { DisplayId: { } id } display when _displays.WasShown(id) => ("update_display_data", Data(display.Data, id)),
        CellOutput.Display display => ("display_data", Data(display.Data, display.DisplayId)),
        CellOutput.Result result => ("execute_result", Result(result)),
        CellOutput.Error error => ("error", Error(error)),
        CellOutput.Clear clear => ("clear_output", new() { ["wait"] = clear.Wait }),
        _ => throw new InvalidOperationException($"Unknown kind of output {output.GetType().Name}."),
    };

    private static JsonObject Data(MimeBundle bundle, string? id) => new()
    {
        ["data"] = MimeJson.Of(bundle),
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? new JsonObject() : new JsonObject { ["display_id"] = id },
    };

    private static JsonObject Result(CellOutput.Result result) => new()
    {
        ["execution_count"] = result.ExecutionCount,
        ["data"] = MimeJson.Of(result.Data),
        ["metadata"] = new JsonObject(),
    };

    private static JsonObject Error(CellOutput.Error error)
    {
        var content = Replies.Error(error);
        content.Remove("status");
        return content;
    }
}
