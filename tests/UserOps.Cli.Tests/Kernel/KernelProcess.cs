using System.Diagnostics;
using UserOps.Kernel.Installation;
using UserOps.Testing;

namespace UserOps.Cli.Tests.Kernel;

/// <summary>A Jupyter kernel as a process of its own, with a client over TCP.</summary>
internal sealed class KernelProcess : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public KernelProcess()
    {
        string file = _folder["connection.json"];
        Client = new(KernelClient.WriteConnectionFile(file));
        Process = Start(file);
    }

    public Process Process { get; }

    public KernelClient Client { get; }

    /// <summary>Starts the program with <c>kernel start</c>.</summary>
    public static Process Start(string connectionFile) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll"), "kernel", "start", connectionFile])
    {
        RedirectStandardError = true,
    })!;

    public async Task<bool> EndsAsync()
    {
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return Process.HasExited;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
        Client.Dispose();
        _folder.Dispose();
    }
}
