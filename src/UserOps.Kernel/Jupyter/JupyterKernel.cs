using UserOps.Kernel.Jupyter.Requests;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Jupyter;

/// <summary>A kernel over its sockets: reads what comes, has it answered, ends when it is told to.</summary>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromMilliseconds(500);

    private readonly IChannels _channels;
    private readonly MessageFormat _format;
    private readonly Messenger _messenger;
    private readonly InputDesk _desk;
    private readonly StopSwitch _stop = new();
    private readonly LiveSession _session;
    private readonly ExecuteHandler _execute;
    private readonly RequestLoop _shell;
    private readonly RequestLoop _control;

    /// <param name="channels">The sockets.</param>
    /// <param name="format">How messages are written and signed.</param>
    /// <param name="options">What cells are given.</param>
    public JupyterKernel(IChannels channels, MessageFormat format, Func<SessionOptions> options)
    {
        (_channels, _format) = (channels, format);
        _messenger = new(channels, format);
        _desk = new(_messenger);
        _session = new(() => options() with { Input = _desk.AskAsync });
        var history = new History();
        _execute = new(_session, _messenger, _desk, _stop, history);
        _shell = new(Channel.Shell, _messenger, [_execute, history, Info(), .. new Help(_session).Handlers, .. Comms.Handlers(_messenger)]);
        _control = new(Channel.Control, _messenger, [Info(), .. Controls.Handlers(_messenger, Interrupt, () => _control!.End())]);
    }

    /// <summary>Serves until a client shuts the kernel down or the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var notice = new ExitNotice(SayLastWords);
        _channels.Start(Receive);
        _messenger.PublishState(default, "starting");
        var shell = _shell.RunAsync();
        await Task.WhenAny(_control.RunAsync(), Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false);
        _shell.End();
        _stop.Stop();
        await Task.WhenAny(shell, Task.Delay(TimeToStop, CancellationToken.None)).ConfigureAwait(false);
    }

    /// <summary>Stops the running cell and has those that wait not run, also while the engine starts.</summary>
    public void Interrupt()
    {
        _shell.AbortQueue();
        _stop.Stop();
    }

    public void Dispose() => _session.Dispose();

    private static SimpleHandler Info() => new("kernel_info_request", _ => KernelInfo.Reply());

    private void Receive(Channel channel, IReadOnlyList<byte[]> frames)
    {
        if (channel == Channel.IoPub)
            WelcomeSubscriber(frames[0]);
        else if (_format.Read(frames, out string reason) is not { } message)
            Console.Error.WriteLine($"userops: a message on the {channel} channel was dropped: {reason}.");
        else if (channel == Channel.Stdin)
            _desk.Answer(message);
        else
            (channel == Channel.Shell ? _shell : _control).Add(message);
    }

    /// <summary>A subscription is a one and the topic; a zero ends one.</summary>
    private void WelcomeSubscriber(byte[] subscription)
    {
        if (subscription is [1, .. var topic])
            _messenger.Welcome(topic);
    }

    private void SayLastWords(int exitCode)
    {
        _execute.SayLastWords(exitCode);
        _channels.Dispose();
    }
}
