using System.Runtime.InteropServices;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Stdio;

/// <summary>The process of a session that an editor keeps, over standard input and output. <c>docs/stdio-protocol.md</c> says what is spoken.</summary>
public static class StdioHost
{
    /// <summary>Serves until standard input is closed, which the end of the client does too, or the token is cancelled.</summary>
    /// <param name="options">What cells are given; called in the background.</param>
    /// <param name="cancellation">Ends the session.</param>
    public static async Task RunAsync(Func<SessionOptions> options, CancellationToken cancellation = default)
    {
        var (input, output) = StandardStreams.Take();
        // Ctrl+C in a terminal that both share is meant for the client.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var server = new StdioServer(output, options);
        await server.RunAsync(input, cancellation).ConfigureAwait(false);
    }
}
