using System.Runtime.InteropServices;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks;
using UserOps.Notebooks.Execution;

namespace UserOps.Kernel.Jupyter;

/// <summary>The process of a Jupyter kernel.</summary>
public static class JupyterHost
{
    /// <summary>Runs a kernel until it is shut down, its parent process ends, or the token is cancelled.</summary>
    /// <param name="connectionFile">The file in which the notebook program wrote ports and key.</param>
    /// <param name="options">What cells are given; called in the background.</param>
    /// <param name="cancellation">Ends the kernel.</param>
    /// <exception cref="NotebookException">The connection file is not as it must be, or a port is in use.</exception>
    public static async Task RunAsync(string connectionFile, Func<SessionOptions> options, CancellationToken cancellation = default)
    {
        var connection = ConnectionFile.Load(connectionFile);
        using var channels = NetMqChannels.Open(connection);
        using var kernel = new JupyterKernel(channels, new(connection.Key, TimeProvider.System), options);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = EndWithParentAsync(ended);
        await kernel.RunAsync(ended.Token).ConfigureAwait(false);
    }

    private static async Task EndWithParentAsync(CancellationTokenSource ended)
    {
        await ParentWatch.EndedAsync(CancellationToken.None).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
    }
}
