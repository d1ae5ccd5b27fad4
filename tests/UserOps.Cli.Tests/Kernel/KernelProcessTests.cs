using System.Diagnostics;
using UserOps.Kernel.Installation;
using UserOps.Testing;

namespace UserOps.Cli.Tests.Kernel;

public class KernelProcessTests
{
    [Fact]
    public async Task A_client_is_answered_over_TCP_and_ends_the_kernel()
    {
        using var kernel = new KernelProcess();
        Assert.Equal("5.4", kernel.Client.Ask("kernel_info_request", [], KernelProcess.Patience)?.GetProperty("protocol_version").GetString());
        Assert.Equal("ok", kernel.Client.Ask("execute_request", new() { ["code"] = "6 * 7" }, KernelProcess.Patience)?.GetProperty("status").GetString());
        Assert.Equal("42", kernel.Client.Output("execute_result", KernelProcess.Patience)?.GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal("ok", kernel.Client.Control("shutdown_request", [], KernelProcess.Patience)?.GetProperty("status").GetString());
        Assert.True(await kernel.EndsAsync());
        Assert.Equal(0, kernel.Process.ExitCode);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_answered_with_the_reason()
    {
        using var kernel = new KernelProcess();
        kernel.Client.Ask("kernel_info_request", [], KernelProcess.Patience);
        var reply = kernel.Client.Ask("execute_request", new() { ["code"] = "Console.Write(\"last\"); Environment.Exit(3);" }, KernelProcess.Patience);
        Assert.Equal("error", reply?.GetProperty("status").GetString());
        Assert.Contains("Environment.Exit(3)", reply?.GetProperty("evalue").GetString(), StringComparison.Ordinal);
        Assert.Equal("last", kernel.Client.Output("stream", KernelProcess.Patience)?.GetProperty("text").GetString());
        Assert.Contains("Environment.Exit(3)", kernel.Client.Output("error", KernelProcess.Patience)?.GetProperty("evalue").GetString(), StringComparison.Ordinal);
        Assert.True(await kernel.EndsAsync());
        Assert.Equal(3, kernel.Process.ExitCode);
    }

    [Fact]
    public async Task A_kernel_ends_when_its_parent_has_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell stands in for the parent.");
        using var folder = new TemporaryFolder();
        using var client = new KernelClient(KernelClient.WriteConnectionFile(folder["connection.json"]));
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", "dotnet \"$0\" kernel start \"$1\" & echo $!; read -r", Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll"), folder["connection.json"]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var kernel = Process.GetProcessById(int.Parse((await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(client.Ask("kernel_info_request", [], KernelProcess.Patience));
        shell.StandardInput.Close();
        await kernel.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(KernelProcess.Patience, TestContext.Current.CancellationToken);
        Assert.True(kernel.HasExited);
    }

    [Fact]
    public async Task A_connection_file_that_is_none_is_told_in_one_message()
    {
        using var work = new Workplace();
        work.Write("connection.json", "{\"ip\": \"0.0.0.0\"}");
        var ended = await Program.RunAsync(work.Root, ["kernel", "start", "connection.json"]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("its own machine only", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Messages, StringComparison.Ordinal);
    }
}
