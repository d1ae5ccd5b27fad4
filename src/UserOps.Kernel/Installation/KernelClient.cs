using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Installation;

/// <summary>A client of a kernel that asks one thing at a time.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly DealerSocket _shell = new(), _control = new();
    private readonly SubscriberSocket _ioPub = new();
    private readonly MessageFormat _format;

    public KernelClient(ConnectionFile connection)
    {
        _format = new(connection.Key, TimeProvider.System);
        _ioPub.SubscribeToAnyTopic();
        foreach (var (socket, port) in ((NetMQSocket, int)[])[(_shell, connection.ShellPort), (_control, connection.ControlPort), (_ioPub, connection.IoPubPort)])
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Connect(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}"));
        }
    }

    /// <summary>A connection file with a fresh key and ports that are free now.</summary>
    public static ConnectionFile WriteConnectionFile(string path)
    {
        int[] ports = FreePorts(5);
        string key = Guid.NewGuid().ToString("N");
        using (var file = PrivateFile.Create(path))
            JsonSerializer.Serialize(file, new JsonObject
            {
                ["transport"] = "tcp",
                ["ip"] = "127.0.0.1",
                ["signature_scheme"] = "hmac-sha256",
                ["key"] = key,
                ["shell_port"] = ports[0],
                ["iopub_port"] = ports[1],
                ["stdin_port"] = ports[2],
                ["control_port"] = ports[3],
                ["hb_port"] = ports[4],
            });
        return new(ports[0], ports[1], ports[2], ports[3], ports[4], key);
    }

    /// <summary>Asks on the shell channel; null when no reply comes in time.</summary>
    public JsonElement? Ask(string type, JsonObject content, TimeSpan patience) => Ask(_shell, type, content, patience);

    /// <summary>Asks on the control channel; null when no reply comes in time.</summary>
    public JsonElement? Control(string type, JsonObject content, TimeSpan patience) => Ask(_control, type, content, patience);

    /// <summary>The next output of a type; null when none comes in time.</summary>
    public JsonElement? Output(string type, TimeSpan patience)
    {
        while (Receive(_ioPub, patience) is { } message)
            if (message.Type == type)
                return message.Content;
        return null;
    }

    public void Dispose()
    {
        _shell.Dispose();
        _control.Dispose();
        _ioPub.Dispose();
    }

    private JsonElement? Ask(NetMQSocket socket, string type, JsonObject content, TimeSpan patience)
    {
        socket.SendMultipartBytes(_format.Write([], type, default, content));
        return Receive(socket, patience)?.Content;
    }

    private Message? Receive(NetMQSocket socket, TimeSpan patience)
    {
        var frames = new NetMQMessage();
        return socket.TryReceiveMultipartMessage(patience, ref frames) ? _format.Read([.. frames.Select(frame => frame.ToByteArray())], out _) : null;
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (var listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
