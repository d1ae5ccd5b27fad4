using System.Diagnostics;

namespace UserOps.Kernel.Installation;

/// <summary>Starts an installed kernel as a notebook program does, asks it something, and ends it.</summary>
internal static class KernelTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What went wrong, or null; and how long it took until the kernel answered and until it had calculated.</summary>
    public static (string? Problem, TimeSpan Answered, TimeSpan Calculated) Run(KernelSpec spec)
    {
        string file = Path.Combine(Path.GetTempPath(), $"userops-kernel-{Guid.NewGuid():N}.json");
        var connection = KernelClient.WriteConnectionFile(file);
        var clock = Stopwatch.StartNew();
        try
        {
            using var process = Start(spec, file);
            using var client = new KernelClient(connection);
            try
            {
                return Ask(process, client, clock);
            }
            finally
            {
                if (!process.WaitForExit(TimeSpan.FromSeconds(3)))
                    process.Kill(entireProcessTree: true);
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return ($"it cannot be started: {e.Message}", default, default);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (string? Problem, TimeSpan Answered, TimeSpan Calculated) Ask(Process process, KernelClient client, Stopwatch clock)
    {
        if (client.Ask("kernel_info_request", [], Patience) is null)
            return (process.HasExited ? $"it ended at once: {process.StandardError.ReadToEnd().Trim()}" : $"it did not answer within {Patience.TotalSeconds:0} s", default, default);
        var answered = clock.Elapsed;
        var reply = client.Ask("execute_request", new() { ["code"] = "1 + 1" }, Patience);
        var result = client.Output("execute_result", reply is null ? TimeSpan.Zero : Patience);
        string? text = result?.TryGetProperty("data", out var data) == true ? data.Text("text/plain") : null;
        var calculated = clock.Elapsed;
        client.Control("shutdown_request", [], TimeSpan.FromSeconds(3));
        return (text == "2" ? null : $"1 + 1 gave {text ?? "nothing"}", answered, calculated);
    }

    private static Process Start(KernelSpec spec, string connectionFile)
    {
        var start = new ProcessStartInfo(spec.Arguments[0], spec.Arguments.Skip(1).Select(word => word.Replace("{connection_file}", connectionFile, StringComparison.Ordinal)))
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in spec.Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
