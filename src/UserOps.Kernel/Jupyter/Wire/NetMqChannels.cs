using NetMQ;
using NetMQ.Sockets;
using UserOps.Notebooks;

namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>The sockets by NetMQ. One thread of their own serves them, the heartbeat too, so that a busy cell delays nothing.</summary>
internal sealed class NetMqChannels : IChannels
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Channel, NetMQSocket> _sockets = [];
    private readonly ResponseSocket _heartbeat = new();
    private readonly NetMQQueue<Outgoing> _outbox = new();
    private readonly NetMQPoller _poller;

    /// <exception cref="NotebookException">A port is in use.</exception>
    public NetMqChannels(ConnectionFile connection)
    {
        Add(Channel.Shell, new RouterSocket(), connection.ShellPort);
        Add(Channel.Control, new RouterSocket(), connection.ControlPort);
        Add(Channel.Stdin, new RouterSocket(), connection.StdinPort);
        Add(Channel.IoPub, new XPublisherSocket(), connection.IoPubPort);
        _sockets[Channel.IoPub].Options.XPubVerbose = true;
        Bind(_heartbeat, connection.HeartbeatPort);
        _heartbeat.ReceiveReady += (_, _) => _heartbeat.SendMultipartMessage(_heartbeat.ReceiveMultipartMessage());
        _outbox.ReceiveReady += (_, _) => Post();
        _poller = [.. _sockets.Values, _heartbeat, _outbox];

        void Add(Channel channel, NetMQSocket socket, int port)
        {
            // Without a limit, since sockets at their limit lose messages; outputs are paced before they come here.
            (socket.Options.SendHighWatermark, socket.Options.Linger) = (0, Linger);
            _sockets[channel] = socket;
            Bind(socket, port);
        }
    }

    public void Start(Action<Channel, IReadOnlyList<byte[]>> received)
    {
        foreach (var (channel, socket) in _sockets)
            socket.ReceiveReady += (_, _) => received(channel, [.. socket.ReceiveMultipartMessage().Select(frame => frame.ToByteArray())]);
        _poller.RunAsync("jupyter sockets");
    }

    public void Send(Channel channel, IReadOnlyList<byte[]> frames) => _outbox.Enqueue(new(channel, frames));

    /// <summary>Sends what is waiting, then closes.</summary>
    public void Dispose()
    {
        if (_poller.IsRunning)
        {
            using var closed = new ManualResetEventSlim();
            _outbox.Enqueue(new(null, [], closed));
            closed.Wait(Linger);
            _poller.Stop();
        }
        _poller.Dispose();
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        _heartbeat.Dispose();
        _outbox.Dispose();
        NetMQConfig.Cleanup(block: true);
    }

    private static void Bind(NetMQSocket socket, int port)
    {
        try
        {
            socket.Bind(FormattableString.Invariant($"tcp://127.0.0.1:{port}"));
        }
        catch (AddressAlreadyInUseException e)
        {
            throw new NotebookException($"Port {port} of the connection file is in use by another program. Start the kernel again: the notebook program then chooses other ports.", e);
        }
    }

    private void Post()
    {
        while (_outbox.TryDequeue(out var next, TimeSpan.Zero))
            if (next.Channel is { } channel)
                _sockets[channel].SendMultipartBytes(next.Frames);
            else
                next.Closed!.Set();
    }

    private sealed record Outgoing(Channel? Channel, IReadOnlyList<byte[]> Frames, ManualResetEventSlim? Closed = null);
}
