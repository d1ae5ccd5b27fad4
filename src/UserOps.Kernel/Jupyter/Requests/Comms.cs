using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary>Comms, the private lines of widgets: this kernel has none, and hangs up politely.</summary>
internal static class Comms
{
    public static IEnumerable<IRequestHandler> Handlers(Messenger messenger) =>
    [
        new SimpleHandler("comm_info_request", _ => new() { ["status"] = "ok", ["comms"] = new JsonObject() }),
        new SimpleHandler("comm_open", request => Refuse(request, messenger)),
        new SimpleHandler("comm_msg", _ => null),
        new SimpleHandler("comm_close", _ => null),
    ];

    private static JsonObject? Refuse(Message request, Messenger messenger)
    {
        messenger.Publish(request.Header, "comm_close", new() { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() });
        return null;
    }
}
