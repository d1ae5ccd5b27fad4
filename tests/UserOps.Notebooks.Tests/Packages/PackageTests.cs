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

    private Task<NotebookRun> RunHereAsync(params string[] cells) =>
        RunAsync(Of(cells), Options with { WorkingDirectory = _feed.Folder, PackageCache = _feed.Cache, KeepGoing = true });
}
