namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>The sockets of a kernel, whatever library they are made of.</summary>
internal interface IChannels : IDisposable
{
    /// <summary>Begins to receive; <paramref name="received"/> is called on one thread, which it must not keep.</summary>
    void Start(Action<Channel, IReadOnlyList<byte[]>> received);

    /// <summary>Sends the frames of a message, from any thread; messages of one thread stay in order.</summary>
    void Send(Channel channel, IReadOnlyList<byte[]> frames);
}
