using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter;

/// <summary>Sends replies to who asked, and outputs and states to all.</summary>
internal sealed class Messenger(IChannels channels, MessageFormat format)
{
    /// <summary>Answers a request.</summary>
    public void Reply(Channel channel, Message request, string type, JsonObject content) =>
        channels.Send(channel, format.Write(request.Identities, type, request.Header, content));

    /// <summary>Tells all clients something about the request with this header.</summary>
    public void Publish(JsonElement parent, string type, JsonObject content) =>
        channels.Send(Channel.IoPub, format.Write([Encoding.UTF8.GetBytes(type)], type, parent, content));

    /// <summary>Tells all clients that the kernel works on the request with this header, or is done with it.</summary>
    public void PublishState(JsonElement parent, string state) => Publish(parent, "status", new() { ["execution_state"] = state });

    /// <summary>Tells a client that it is heard on a topic, so that it need not probe.</summary>
    public void Welcome(byte[] topic) =>
        channels.Send(Channel.IoPub, format.Write([topic], "iopub_welcome", default, new() { ["subscription"] = Encoding.UTF8.GetString(topic) }));
}
