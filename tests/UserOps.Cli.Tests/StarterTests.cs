using System.Diagnostics;
using UserOps.Testing;

namespace UserOps.Cli.Tests;

/// <summary>The script <c>userops</c>, with a stand-in for the SDK that writes down what it is asked.</summary>
public sealed class StarterTests : IDisposable
{
    private const string StandIn = """
        #!/usr/bin/env bash
        if [ "$1" = publish ]; then
          echo "$*" >> "$STAND_IN_LOG"
          case "$*" in *PublishReadyToRun=true*) [ -z "${NO_CROSSGEN:-}" ] || exit 1 ;; esac
          [ -z "${BROKEN:-}" ] || exit 1
        else
          shift
          printf '<%s>\n' "$@"
          exit 7
        fi
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("userops starter 启动-").FullName;

    public StarterTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash; Windows has userops.cmd.");
        File.Copy(Path.Combine(Repository.Root, "userops"), InRoot("userops"));
        foreach (string file in (string[])["src/Program.cs", "Directory.Build.props", "global.json", "elsewhere/x"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InRoot(file))!);
            File.WriteAllText(InRoot(file), "");
        }
        Directory.CreateDirectory(InRoot("bin"));
        File.WriteAllText(InRoot("bin/dotnet"), StandIn);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(InRoot("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Arguments_and_the_exit_code_pass_unchanged_from_any_folder()
    {
        var ended = await StartAsync(["a b", "x\"y'z", "*", "中文", "", "--map=a.b=c d"]);
        Assert.Equal(7, ended.Code);
        Assert.Equal("<a b>\n<x\"y'z>\n<*>\n<中文>\n<>\n<--map=a.b=c d>\n", ended.Results);
        Assert.Contains("userops: building", ended.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_builds_only_when_a_source_is_newer()
    {
        await StartAsync([]);
        var second = await StartAsync([]);
        Assert.Empty(second.Messages);
        Assert.Single(Builds());
        File.SetLastWriteTimeUtc(InRoot("src/Program.cs"), DateTime.UtcNow.AddMinutes(1));
        await StartAsync([]);
        Assert.Equal(2, Builds().Length);
    }

    [Fact]
    public async Task Without_the_ahead_of_time_compiler_it_builds_plainly()
    {
        Assert.Equal(7, (await StartAsync([], ("NO_CROSSGEN", "1"))).Code);
        Assert.Equal(["true", "false"], Builds().Select(build => build.Split("PublishReadyToRun=")[1]));
    }

    [Fact]
    public async Task A_build_that_fails_is_told_and_tried_again_next_time()
    {
        var ended = await StartAsync([], ("BROKEN", "1"));
        Assert.Equal(2, ended.Code);
        Assert.Contains("could not be built", ended.Messages, StringComparison.Ordinal);
        Assert.Equal(7, (await StartAsync([])).Code);
    }

    [Fact]
    public async Task Without_an_SDK_it_says_where_to_get_one()
    {
        File.Delete(InRoot("bin/dotnet"));
        foreach (string tool in (string[])["bash", "readlink", "dirname"])
            File.CreateSymbolicLink(InRoot("bin/" + tool), File.Exists("/usr/bin/" + tool) ? "/usr/bin/" + tool : "/bin/" + tool);
        var ended = await StartAsync([], ("PATH", InRoot("bin")));
        Assert.Equal(2, ended.Code);
        Assert.Contains("the .NET 10 SDK is needed", ended.Messages, StringComparison.Ordinal);
    }

    private string InRoot(string relative) => Path.Combine(_root, relative);

    private string[] Builds() => File.ReadAllLines(InRoot("log"));

    private async Task<Ended> StartAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(InRoot("userops"), arguments) { WorkingDirectory = InRoot("elsewhere"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = InRoot("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["STAND_IN_LOG"] = InRoot("log");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        string results = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string messages = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, results, messages);
    }
}
