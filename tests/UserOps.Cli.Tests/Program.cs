using System.Diagnostics;

namespace UserOps.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
internal static class Program
{
    /// <summary>How a shell starts it.</summary>
    public static string Quoted => $"dotnet '{Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll")}'";

    public static async Task<Ended> RunAsync(string folder, string[] arguments, Func<Process, Task>? meanwhile = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var ended = TestContext.Current.CancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var messages = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (meanwhile is not null)
            await meanwhile(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await results, await messages);
    }
}
