using System.Diagnostics;

namespace UserOps.Cli.Tests;

public class ProcessTests
{
    [Fact]
    public async Task The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", (await Program.RunAsync(".", ["--version"])).Results);

    [Fact]
    public async Task Results_and_messages_go_their_own_ways_without_colour_codes()
    {
        using var work = new Workplace();
        work.Notebook("notebooks/a.ipynb", "var window = 7;", "Console.WriteLine(\"printed by a cell\");");
        var ended = await Program.RunAsync(work.Root, ["report"]);
        Assert.Equal(0, ended.Code);
        Assert.Equal(work["reports/index.html"], ended.Results.Trim());
        Assert.Contains("cell 2 of 2", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("printed by a cell", ended.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Messages);
    }

    [Fact]
    public async Task Exit_codes_tell_a_failed_cell_from_bad_input()
    {
        using var work = new Workplace();
        work.Notebook("a.ipynb", "var window = 7;", "throw new Exception(\"x\");");
        Assert.Equal(1, (await Program.RunAsync(work.Root, ["report", "a.ipynb"])).Code);
        Assert.Equal(2, (await Program.RunAsync(work.Root, ["report", "b.ipynb"])).Code);
        Assert.Equal(2, (await Program.RunAsync(work.Root, ["nonsense"])).Code);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_one_message()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A folder that not even the administrator can write to is needed.");
        using var work = new Workplace();
        work.Notebook("a.ipynb", "var window = 7;");
        var ended = await Program.RunAsync(work.Root, ["report", "a.ipynb", "--out", "/proc/userops"]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("Cannot write into '/proc/userops'", ended.Messages, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_stops_a_run_and_leaves_no_page_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The signal is sent by kill.");
        Assert.SkipWhen(InterruptIsIgnored, "Programs started in the background of a shell ignore Ctrl+C, and so do the programs that they start.");
        using var work = new Workplace();
        work.Notebook("a.ipynb", "var window = 7;", "System.IO.File.WriteAllText(\"started\", \"\"); while (true) System.Threading.Thread.Sleep(10);");
        var ended = await Program.RunAsync(work.Root, ["report", "a.ipynb"], async process =>
        {
            while (!File.Exists(work["started"]) && !process.HasExited)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
        });
        Assert.Equal(130, ended.Code);
        Assert.Empty(ended.Results);
        Assert.DoesNotContain("   at ", ended.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(work["reports"], "*.html"));
    }

    // The signals that are ignored, one bit each; SIGINT is the second.
    private static bool InterruptIsIgnored => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Any(line => (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0);
}
