using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Packages;

public sealed class PackageTests : IDisposable
{
    private readonly LocalFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Package_is_restored_with_what_it_depends_on_and_needs_no_source_the_second_time()
    {
        _feed.Add("Deep.Part", "2.1.0", "namespace Deep; public static class Part { public static int Two => 2; }");
        _feed.Add("Tiny.Tool", "1.0.0", "namespace Tiny; public static class Tool { public static int One => 1; }", "Deep.Part 2.0.0", "#!csharp\nint fromExtension = 10;");
        string[] cells = ["#r \"nuget: Tiny.Tool, 1.0.0\"\nusing Tiny;", "#r \"nuget: Tiny.Tool\"\nTool.One + Deep.Part.Two + fromExtension"];
        Assert.Equal("13", TextOf(Assert.Single((await RunHereAsync(cells)).Executed.Cells[1].Outputs)));
        _feed.GoOffline();
        Assert.Equal("13", TextOf(Assert.Single((await RunHereAsync(cells)).Executed.Cells[1].Outputs)));
    }

    [Fact]
    public async Task Two_versions_of_a_package_are_refused_with_both_named()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }");
        _feed.Add("Tiny.Tool", "2.0.0", "public class A { }");
        var run = await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"", "#r \"nuget: Tiny.Tool, 2.0.0\"");
        var error = Assert.IsType<CellOutput.Error>(run.Executed.Cells[1].Outputs[^1]);
        Assert.StartsWith("Tiny.Tool 2.0.0 was asked for, but Tiny.Tool 1.0.0 is in use by this notebook.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_or_version_that_is_not_there_is_told_by_the_cell_that_asks()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }");
        var run = await RunHereAsync("1", "#r \"nuget: Tiny.Tol, 1.0.0\"", "#r \"nuget: Tiny.Tool, 9.0.0\"");
        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.Failed], run.Cells.Select(cell => cell.Status));
        Assert.Contains("Unable to find package Tiny.Tol.", TextOf(run.Executed.Cells[1].Outputs[^1]), StringComparison.Ordinal);
        string wrongVersion = TextOf(run.Executed.Cells[2].Outputs[^1]);
        Assert.Contains("(>= 9.0.0)", wrongVersion, StringComparison.Ordinal);
        Assert.Contains("1.0.0", wrongVersion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"nuget: UserOps.Display\"")]
    [InlineData("#r \"nuget:UserOps.Display,0.1.0\"")]
    [InlineData("#r nuget:UserOps.Display")]
    [InlineData("#r \"nuget: Microsoft.DotNet.Interactive, 1.0.0-beta.22256.1\"")]
    [InlineData("#r \"nuget: Microsoft.DotNet.Interactive.Formatting, *\"")]
    public async Task Assemblies_of_the_host_need_no_restore(string line)
    {
        var run = await RunAsync(Of(line), Options with { InBox = [typeof(MimeBundle).Assembly], PackageCache = _feed.Cache });
        Assert.Empty(run.Executed.Cells[0].Outputs);
        Assert.False(Directory.Exists(_feed.Cache));
    }

    [Fact]
    public async Task Newer_version_of_a_host_assembly_is_answered_with_a_note() =>
        Assert.Matches("^Microsoft.Data.Analysis 99.0.0 was asked for; Microsoft.Data.Analysis [0-9.]+ comes with this workbench and is used.\n$", await TextAsync("#r \"nuget: Microsoft.Data.Analysis, 99.0.0\""));

    [Fact]
    public async Task Extension_of_the_ended_tool_is_told_and_left_out() =>
        Assert.Equal("Microsoft.DotNet.Interactive.SqlServer extends a tool that was ended in 2026; it is not loaded.\n", await TextAsync("#r \"nuget: Microsoft.DotNet.Interactive.SqlServer, *\""));

    [Fact]
    public async Task Reference_without_a_package_name_is_refused() =>
        Assert.Contains("names no package", (await ErrorAsync("#r \"nuget: , 1.0\"")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Assembly_is_loaded_from_a_path_with_its_neighbours()
    {
        File.WriteAllBytes(Path.Combine(_feed.Folder, "Mine.dll"), LocalFeed.Compile("Mine", "public static class Mine { public static int Seven => 7; }"));
        Assert.Equal("7", TextOf(Assert.Single((await RunHereAsync("#r \"Mine.dll\"\nMine.Seven")).Executed.Cells[0].Outputs)));
    }

    [Fact]
    public async Task Missing_assembly_is_told_with_its_path() =>
        Assert.StartsWith($"There is no assembly at {Path.Combine(Path.GetTempPath(), "none.dll")}.", (await ErrorAsync("#r \"none.dll\"")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Same_request_from_another_folder_needs_no_restore()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }");
        await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"");
        _feed.GoOffline();
        var below = Directory.CreateDirectory(Path.Combine(_feed.Folder, "below"));
        var run = await RunAsync(Of("#r \"nuget: Tiny.Tool, 1.0.0\"\nnew A() is not null"), Options with { WorkingDirectory = below.FullName, PackageCache = _feed.Cache });
        Assert.Equal("True", TextOf(Assert.Single(run.Executed.Cells[0].Outputs)));
        Assert.Single(Directory.GetFiles(_feed.Cache));
    }

    [Fact]
    public async Task Packages_of_this_machine_need_no_source_in_another_combination_either()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }");
        _feed.Add("Other.Tool", "1.2.0", "public class B { }");
        await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"");
        await RunHereAsync("#r \"nuget: Other.Tool\"");
        _feed.AddUnreachableSource();
        var run = await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"", "#r \"nuget: Other.Tool\"\nnew A() is not null && new B() is not null");
        Assert.Equal("True", TextOf(run.Executed.Cells[1].Outputs[^1]));
        Assert.Contains("Other.Tool 1.2.0 is used.", TextOf(run.Executed.Cells[1].Outputs[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_that_is_not_on_this_machine_while_no_source_answers_is_told()
    {
        _feed.AddUnreachableSource();
        string error = TextOf((await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"")).Executed.Cells[0].Outputs[^1]);
        Assert.Contains("https://127.0.0.1:9/index.json", error, StringComparison.Ordinal);
        Assert.Contains("Without a network only packages that were used before can be had", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tiny.Tool, *-*", "2.0.0-beta.1", "Tiny.Tool 2.0.0-beta.1 is used. To keep to it: #r \"nuget: Tiny.Tool, 2.0.0-beta.1\".\n")]
    [InlineData("Tiny.Tool, 1.0.5", "1.1.0", "Tiny.Tool 1.0.5 was asked for; 1.1.0 is the nearest that works here, and is used.\n")]
    public async Task Version_in_use_is_told_where_the_notebook_does_not_say_it(string request, string version, string? note)
    {
        foreach (string each in new[] { "1.0.0", "1.1.0", "2.0.0-beta.1" })
            _feed.Add("Tiny.Tool", each, $"public static class A {{ public static string Version => \"{each}\"; }}");
        var outputs = (await RunHereAsync($"#r \"nuget: {request}\"\nA.Version")).Executed.Cells[0].Outputs;
        Assert.Equal(version, TextOf(outputs[^1]));
        Assert.Equal(note, outputs.OfType<CellOutput.Stream>().SingleOrDefault()?.Text);
    }

    [Theory]
    [InlineData("System.Linq.Async, 6.0.0")]
    [InlineData("Tiny.Tool, 1.0.0")]
    public async Task Package_that_declares_what_the_platform_does_is_replaced_by_one_that_leaves_it_out(string request)
    {
        foreach (string version in new[] { "6.0.0", "7.0.1" })
            _feed.Add("System.Linq.Async", version, $"public static class A {{ public static string Version => \"{version}\"; }}");
        _feed.Add("Tiny.Tool", "1.0.0", "public class B { }", "System.Linq.Async 6.0.0");
        Assert.Equal("7.0.1", TextOf((await RunHereAsync($"#r \"nuget: {request}\"", "A.Version")).Executed.Cells[1].Outputs[^1]));
    }

    [Fact]
    public async Task Feed_of_the_ended_tool_that_does_not_answer_is_done_without()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public static class A { public static int One => 1; }");
        _feed.BlockNetwork();
        Assert.Equal("1", TextOf((await RunHereAsync("#i \"nuget:https://pkgs.dev.azure.com/dnceng/index.json\"\n#r \"nuget: Tiny.Tool, 1.0.0\"\nA.One")).Executed.Cells[0].Outputs[^1]));
    }

    [Fact]
    public async Task Source_is_a_folder_relative_to_the_notebook()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }");
        Directory.Move(_feed.Source, Path.Combine(_feed.Folder, "mine"));
        Directory.CreateDirectory(_feed.Source);
        var run = await RunHereAsync("#i \"nuget: ./mine\"\n#r \"nuget: Tiny.Tool, 1.0.0\"\nnew A() is not null", "#i \"nuget: ./none\"");
        Assert.Equal("True", TextOf(run.Executed.Cells[0].Outputs[^1]));
        Assert.Equal($"There is no folder of packages at {Path.Combine(_feed.Folder, "none")}. A path behind #i is relative to the notebook's folder.", TextOf(run.Executed.Cells[1].Outputs[^1]));
    }

    [Fact]
    public async Task Package_that_wants_less_than_what_it_depends_on_gets_the_newer()
    {
        _feed.Add("Deep.Part", "1.0.0", "public class D { public static int Version => 1; }");
        _feed.Add("Deep.Part", "2.0.0", "public class D { public static int Version => 2; }");
        _feed.Add("Other.Tool", "1.0.0", "public class B { }", "Deep.Part 2.0.0");
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }", "Other.Tool 1.0.0", alsoNeeds: "Deep.Part 1.0.0");
        Assert.Equal("2", TextOf((await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"\nD.Version")).Executed.Cells[0].Outputs[^1]));
    }

    [Fact]
    public async Task Packages_that_cannot_agree_are_told_with_their_versions()
    {
        _feed.Add("Deep.Part", "1.0.0", "public class D { }");
        _feed.Add("Deep.Part", "2.0.0", "public class D { }");
        _feed.Add("Tiny.Tool", "1.0.0", "public class A { }", "Deep.Part [1.0.0]");
        _feed.Add("Other.Tool", "1.0.0", "public class B { }", "Deep.Part [2.0.0]");
        string error = TextOf((await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"\n#r \"nuget: Other.Tool, 1.0.0\"")).Executed.Cells[0].Outputs[^1]);
        Assert.Contains("Deep.Part (= 1.0.0)", error, StringComparison.Ordinal);
        Assert.Contains("Deep.Part (= 2.0.0)", error, StringComparison.Ordinal);
        Assert.Contains("Ask for versions that agree.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Native_library_of_a_package_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64, "The library is one of Linux.");
        string code = "public static class A { [System.Runtime.InteropServices.DllImport(\"tinynative\")] public static extern int SystemNative_GetPid(); }";
        _feed.Add("Tiny.Tool", "1.0.0", code, native: Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"));
        Assert.Equal("True", TextOf((await RunHereAsync("#r \"nuget: Tiny.Tool, 1.0.0\"\nA.SystemNative_GetPid() == Environment.ProcessId")).Executed.Cells[0].Outputs[^1]));
    }

    [Fact]
    public async Task Source_that_never_answers_is_told_while_it_is_waited_for_and_can_be_stopped()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var session = new NotebookSession(new() { WorkingDirectory = _feed.Folder, PackageCache = _feed.Cache });
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource<string>();
        var running = session.RunAsync(new("csharp", $"#i \"nuget: https://{silent.LocalEndpoint}/index.json\"\n#r \"nuget: Tiny.Tool, 1.0.0\""), output => told.TrySetResult(TextOf(output)), stop.Token);
        Assert.StartsWith("Getting Tiny.Tool 1.0.0 … ", await told.Task, StringComparison.Ordinal);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await stop.CancelAsync();
        Assert.IsType<CellOutcome.Stopped>(await running);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Members_of_a_package_that_was_just_loaded_are_completed_with_their_documentation()
    {
        _feed.Add("Tiny.Tool", "1.0.0", "namespace Tiny; public static class Tool { public static int One => 1; }");
        using var session = new NotebookSession(new() { WorkingDirectory = _feed.Folder, PackageCache = _feed.Cache });
        Assert.IsType<CellOutcome.Succeeded>(await session.RunAsync(new("csharp", "#r \"nuget: Tiny.Tool, 1.0.0\""), _ => { }, TestContext.Current.CancellationToken));
        var list = await new UserOps.Notebooks.Assistance.CellAssistant(session).CompleteAsync("Tiny.Tool.On", 12, TestContext.Current.CancellationToken);
        Assert.Equal(("One", "int Tool.One { get; }", "Always one."), list.Items.Select(item => (item.Text, item.Detail, item.Documentation)).Single());
    }

    private Task<NotebookRun> RunHereAsync(params string[] cells) =>
        RunAsync(Of(cells), Options with { WorkingDirectory = _feed.Folder, PackageCache = _feed.Cache, KeepGoing = true });
}
