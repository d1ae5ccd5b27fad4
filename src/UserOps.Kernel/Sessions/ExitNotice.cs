namespace UserOps.Kernel.Sessions;

/// <summary>Lets the host say a last word when code of a cell ends the process.</summary>
internal sealed class ExitNotice : IDisposable
{
    private readonly Action<int> _tell;

    /// <param name="tell">Told the exit code, while the process still stands.</param>
    public ExitNotice(Action<int> tell)
    {
        _tell = tell;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>From now on the end of the process is the host's own doing.</summary>
    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnExit;

    private void OnExit(object? sender, EventArgs e) => _tell(Environment.ExitCode);
}
