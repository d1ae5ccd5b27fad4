using System.Diagnostics;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Execution;

public class StopTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("long n = 0; while (true) n++;")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("while (true) await Task.Yield();")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("while (true) try { System.Threading.Thread.Sleep(50); } catch (Exception) { }")]
    [InlineData("for (;;);")]
    [InlineData("do Console.Write(\"x\"); while (true);")]
    [InlineData("int F(int n) => n + 1; int k = 0; while (true) k = F(k);")]
    [InlineData("foreach (int i in System.Linq.Enumerable.Range(0, int.MaxValue)) for (long j = 0; j < long.MaxValue; j++) kept = kept;")]
    [InlineData("IEnumerable<int> Forever() { while (true) yield return 1; } Forever().Count(x => x < 0)")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("var m = new int[9]; System.Threading.Tasks.Parallel.For(0, 8, i => { while (true) m[i]++; });")]
    [InlineData("try { kept = kept; } finally { while (true) System.Threading.Thread.Sleep(50); }")]
    [InlineData("var gate = new object(); lock (gate) while (true) { }")]
    [InlineData("while (!Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken.IsCancellationRequested) { }")]
    public async Task Cell_that_does_not_end_is_stopped_and_the_session_goes_on(string code)
    {
        using var session = new NotebookSession(new());
        Assert.IsType<CellOutcome.Succeeded>(await session.RunAsync(new("csharp", "int kept = 41;"), _ => { }, TestContext.Current.CancellationToken));
        var clock = Stopwatch.StartNew();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(800));
        Assert.IsType<CellOutcome.Stopped>(await session.RunAsync(new("csharp", "kept++;\n" + code), _ => { }, limit.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), $"It took {clock.Elapsed}.");
        var outputs = new List<CellOutput>();
        await session.RunAsync(new("csharp", "kept"), outputs.Add, TestContext.Current.CancellationToken);
        Assert.Equal("42", TextOf(Assert.Single(outputs)));
    }

    [Fact]
    public async Task Cell_over_its_time_fails_with_the_reason_and_the_run_ends()
    {
        var run = await Notebook.RunAsync(Of("await Task.Delay(-1);", "1"), Options with { CellTimeout = TimeSpan.FromSeconds(1) });
        Assert.Equal("Stopped: the cell took longer than 1 s.", Assert.IsType<CellOutput.Error>(Assert.Single(run.Executed.Cells[0].Outputs)).Message);
        Assert.Equal([CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task Cell_over_its_time_lets_later_ones_run_when_the_run_keeps_going()
    {
        var run = await Notebook.RunAsync(Of("await Task.Delay(-1);", "1"), Options with { CellTimeout = TimeSpan.FromSeconds(4), KeepGoing = true });
        Assert.Equal([CellStatus.Failed, CellStatus.Succeeded], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task Notebook_over_its_time_ends_even_when_it_keeps_going()
    {
        var run = await Notebook.RunAsync(Of("await Task.Delay(-1);", "1"), Options with { Timeout = TimeSpan.FromSeconds(1), KeepGoing = true });
        Assert.Equal("Stopped: the notebook took longer than 1 s.", Assert.IsType<CellOutput.Error>(Assert.Single(run.Executed.Cells[0].Outputs)).Message);
        Assert.Equal([CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task Cell_that_cannot_be_stopped_is_told_and_the_run_ends()
    {
        string cell = "var end = DateTime.UtcNow.AddSeconds(12); Enumerable.Range(0, int.MaxValue).First(i => DateTime.UtcNow > end)";
        var run = await Notebook.RunAsync(Of(cell, "1"), Options with { CellTimeout = TimeSpan.FromSeconds(2), KeepGoing = true });
        Assert.Equal(
            "Not stopped: the cell took longer than 2 s, but its code cannot be interrupted. The run ends here.",
            Assert.IsType<CellOutput.Error>(Assert.Single(run.Executed.Cells[0].Outputs)).Message);
        Assert.Equal([CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Null(Microsoft.DotNet.Interactive.KernelInvocationContext.Current);
    }
}
