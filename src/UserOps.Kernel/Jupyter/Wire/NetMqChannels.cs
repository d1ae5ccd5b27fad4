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

    private NetMqChannels()
    {
        Add(Channel.Shell, new RouterSocket());
        Add(Channel.Control, new RouterSocket());
        Add(Channel.Stdin, new RouterSocket());
        Add(Channel.IoPub, new XPublisherSocket());
        _sockets[Channel.IoPub].Options.XPubVerbose = true;
        _heartbeat.ReceiveReady += (_, _) => _heartbeat.SendMultipartMessage(_heartbeat.ReceiveMultipartMessage());
        _outbox.ReceiveReady += (_, _) => Post();
        _poller = [.. _sockets.Values, _heartbeat, _outbox];

        void Add(Channel channel, NetMQSocket socket)
        {
            // Without a limit, since sockets at their limit lose messages; outputs are paced before they come here.
            (socket.Options.SendHighWatermark, socket.Options.Linger) = (0, Linger);
            _sockets[channel] = socket;
        }
    }

    /// <summary>Opens the sockets.</summary>
    /// <exception cref="NotebookException">A port is in use.</exception>
    public static NetMqChannels Open(ConnectionFile connection)
    {
        var channels = new NetMqChannels();
        try
        {
            Bind(channels._sockets[Channel.Shell], connection.ShellPort);
            Bind(channels._sockets[Channel.Control], connection.ControlPort);
            Bind(channels._sockets[Channel.Stdin], connection.StdinPort);
            Bind(channels._sockets[Channel.IoPub], connection.IoPubPort);
            Bind(channels._heartbeat, connection.HeartbeatPort);
            return channels;
        }
        catch (NotebookException)
        {
            channels.Close();
            throw;
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
        Close();
        // Waits until everything is sent, for as long as sockets linger.
        Task.Run(() => NetMQConfig.Cleanup(block: true)).Wait(2 * Linger);
    }

    private void Close()
    {
        _poller.Dispose();
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        _heartbeat.Dispose();
        _outbox.Dispose();
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
