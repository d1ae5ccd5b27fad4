using System.ComponentModel;
using System.Diagnostics;

namespace UserOps.Notebooks.Packages;

/// <summary>Runs the <c>dotnet</c> command of the SDK.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs it to its end, and ends it with all that it started when it takes too long or is cancelled.</summary>
    /// <exception cref="NotebookException">There is no SDK, or it took too long.</exception>
    public static async Task<(bool Succeeded, string Output)> RunAsync(IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        using var process = Start(arguments, folder);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limited.Token);
            var errors = process.StandardError.ReadToEndAsync(limited.Token);
            await process.WaitForExitAsync(limited.Token).ConfigureAwait(false);
            return (process.ExitCode == 0, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotebookException($"Restoring packages took longer than {Limit.TotalMinutes:0} minutes and was ended. Is a package source out of reach? 'dotnet nuget list source' names them.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // An SDK that started this process would lend its own settings to the restore.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // A person waits: three tries tell that a source is out of reach.
        start.Environment["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "3";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new NotebookException("#r \"nuget: …\" needs the .NET SDK, and no 'dotnet' command was found. Install the SDK, or set DOTNET_ROOT.", e);
        }
    }

    private static string Executable
    {
        get
        {
            string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            string? beside = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath;
            if (beside is not null && Path.GetFileName(beside) == name)
                return beside;
            return Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root && File.Exists(Path.Combine(root, name)) ? Path.Combine(root, name) : name;
        }
    }
}
