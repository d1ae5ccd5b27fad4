using System.Diagnostics;
using System.Text.RegularExpressions;
using UserOps.Testing;

namespace UserOps.Cli.Tests;

/// <summary>The examples of the guide to scheduling, taken from its text and run, with a short notebook in place of long ones.</summary>
public sealed partial class SchedulingTests : IDisposable
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scheduling.md")).ReplaceLineEndings("\n");

    private readonly Workplace _work = new();

    public SchedulingTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples are for shells of Unix.");
        _work.Notebook("notebooks/01-short.ipynb", "string data = \"\";", "Report.Metric(\"rows\", System.IO.File.ReadAllLines(System.IO.Directory.GetFiles(data)[0]).Length - 1, \"rows\");");
        foreach (var (name, rows) in ((string, int)[])[("2024-04", 4), ("2024-05", 5), ("latest", 9)])
            _work.Write($"exports/{name}/events.csv", "user_id,event,at\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i},visit,2024-05-01\n")));
        Directory.CreateDirectory(_work["bin"]);
        Executable("bin/userops", $"#!/bin/sh\nexec {Program.Quoted} \"$@\"\n");
    }

    [Fact]
    public async Task The_line_of_cron_runs_the_script_on_the_newest_export()
    {
        Directory.Delete(_work["exports/latest"], recursive: true);
        Executable("monday.sh", Block("sh"));
        string line = Block("cron").Trim();
        string command = line.Split(' ', 6)[5].Replace("/srv/growth", $"'{_work.Root}'", StringComparison.Ordinal);
        var (code, said) = await ShellAsync(command);
        Assert.True(code == 0, said + File.ReadAllText(_work["monday.log"]));
        Assert.Contains("\"value\": 5", File.ReadAllText(_work["reports/01-short.metrics.json"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_work["reports/01-short.xlsx"]) && File.Exists(_work["reports/01-short.md"]));
    }

    [Fact]
    public async Task The_line_of_cron_says_the_last_lines_when_something_is_wrong()
    {
        Directory.Delete(_work["exports"], recursive: true);
        Executable("monday.sh", Block("sh"));
        var (_, said) = await ShellAsync(Block("cron").Trim().Split(' ', 6)[5].Replace("/srv/growth", $"'{_work.Root}'", StringComparison.Ordinal));
        Assert.Contains("exports", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_arguments_of_the_scheduled_task_run()
    {
        string arguments = Argument().Match(Block("powershell")).Groups[1].Value.Replace('\\', '/');
        var (code, said) = await ShellAsync("userops " + arguments);
        Assert.True(code == 0, said);
        Assert.True(File.Exists(_work["reports/01-short.xlsx"]));
    }

    [Fact]
    public async Task The_steps_of_continuous_integration_run()
    {
        string[] steps = [.. Run().Matches(Block("yaml")).Select(match => match.Groups[1].Value)];
        Assert.Equal(4, steps.Length);
        // The package is not on a server that a test may ask; the program is on the search path instead.
        var (code, said) = await ShellAsync("set -e; export GITHUB_STEP_SUMMARY=summary.md; " + string.Join("; ", steps.Where(step => !step.StartsWith("dotnet tool install", StringComparison.Ordinal))));
        Assert.True(code == 0, said);
        Assert.Contains("# 01-short", File.ReadAllText(_work["summary.md"]), StringComparison.Ordinal);
    }

    public void Dispose() => _work.Dispose();

    private void Executable(string name, string text)
    {
        string path = _work.Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string Said)> ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", command])
        {
            WorkingDirectory = _work.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = _work["bin"] + ":" + Environment.GetEnvironmentVariable("PATH") },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    private static string Block(string language) => Regex.Match(Guide, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("-Argument \"([^\"]+)\"")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\brun: (.+)")]
    private static partial Regex Run();
}
