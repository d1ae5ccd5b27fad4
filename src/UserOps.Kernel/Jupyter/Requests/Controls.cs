using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary>Requests about the kernel itself: interrupt, shut down, debug.</summary>
internal static class Controls
{
    private const string Shutdown = "shutdown";

    /// <param name="messenger">Tells all clients of the end.</param>
    /// <param name="interrupt">Stops the running cell and those that wait.</param>
    /// <param name="end">Ends the kernel once it has replied.</param>
    public static IEnumerable<IRequestHandler> Handlers(Messenger messenger, Action interrupt, Action end) =>
    [
        new SimpleHandler("interrupt_request", _ =>
        {
            interrupt();
            return Replies.Ok();
        }),
        new SimpleHandler($"{Shutdown}_request", request =>
        {
            JsonObject reply = new() { ["status"] = "ok", ["restart"] = request.Content.Flag("restart") ?? false };
            messenger.Publish(request.Header, $"{Shutdown}_reply", (JsonObject)reply.DeepClone());
            end();
            return reply;
        }),
        new SimpleHandler("debug_request", RefuseToDebug),
    ];

    /// <summary>Debug requests expect an answer as debuggers give it.</summary>
    private static JsonObject RefuseToDebug(Message request)
    {
        const string reason = "This kernel has no debugger.";
        var reply = Replies.Error("NotSupported", reason);
        reply["type"] = "response";
        reply["success"] = false;
        reply["request_seq"] = request.Content.Number("seq") ?? 0;
        reply["command"] = request.Content.Text("command") ?? "";
        reply["message"] = reason;
        return reply;
    }
}
