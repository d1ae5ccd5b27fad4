using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Scripting;
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
    [InlineData("var gate = new object(); Task.Run(() => { lock (gate) System.Threading.Thread.Sleep(-1); }); System.Threading.Thread.Sleep(100); lock (gate) kept = 0;")]
    [InlineData("again: goto again;")]
    [InlineData("int n = 0; switch (n) { case 0: goto case 1; case 1: goto case 0; }")]
    [InlineData("while (true) try { while (true) { } } catch (Exception) { } finally { kept = kept; }")]
    [InlineData("using var source = new System.Threading.CancellationTokenSource(); await Task.Delay(-1, source.Token);")]
    [InlineData("System.Threading.Tasks.Parallel.ForEach(new[] { 1, 2, 3, 4 }, i => System.Threading.Thread.Sleep(-1));")]
    [InlineData("await System.Threading.Tasks.Parallel.ForEachAsync(new[] { 1, 2 }, async (i, token) => await Task.Delay(-1));")]
    [InlineData("await foreach (int i in Forever()) kept = kept;\nasync IAsyncEnumerable<int> Forever() { while (true) { await Task.Yield(); yield return 1; } }")]
    [InlineData("while (!Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken.IsCancellationRequested) { }")]
    public async Task Cell_that_does_not_end_is_stopped_and_the_session_goes_on(string code)
    {
        using var session = new NotebookSession(new());
        Assert.IsType<CellOutcome.Succeeded>(await session.RunAsync(new("csharp", "int kept = 41;"), _ => { }, TestContext.Current.CancellationToken));
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = session.RunAsync(new("csharp", "kept++; \"started\".Display();\n" + code), _ => started.TrySetResult(), stop.Token);
        await started.Task;
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        Assert.IsType<CellOutcome.Stopped>(await running);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"It took {clock.Elapsed}.");
        Assert.Equal("42", await TextInAsync(session, "kept"));
    }

    [Fact]
    public async Task Stop_that_comes_while_the_session_starts_counts()
    {
        using var session = new NotebookSession(new());
        using var stop = new CancellationTokenSource();
        var running = session.RunAsync(new("csharp", "int kept = 1; while (true) { }"), _ => { }, stop.Token);
        await stop.CancelAsync();
        Assert.IsType<CellOutcome.Stopped>(await running);
        Assert.False(session.TryGetValue("kept", out _));
        Assert.Equal("2", await TextInAsync(session, "1 + 1"));
    }

    [Fact]
    public async Task Stop_that_came_before_its_cell_was_due_counts()
    {
        using var session = new NotebookSession(new());
        using var stop = new CancellationTokenSource();
        var first = session.RunAsync(new("csharp", "while (true) { }"), _ => { }, stop.Token);
        var second = session.RunAsync(new("csharp", "int never = 1;"), _ => { }, stop.Token);
        await stop.CancelAsync();
        Assert.Equal([new CellOutcome.Stopped(), new CellOutcome.Stopped()], await Task.WhenAll(first, second));
        Assert.False(session.TryGetValue("never", out _));
    }

    [Fact]
    public async Task Code_that_cannot_be_stopped_is_told_while_it_still_runs_and_the_session_returns_when_it_ends()
    {
        using var session = new NotebookSession(new());
        using var stop = new CancellationTokenSource();
        string cell = "int kept = 5; var end = DateTime.UtcNow.AddSeconds(5); \"started\".Display(); Enumerable.Range(0, int.MaxValue).First(i => DateTime.UtcNow > end)";
        var started = new TaskCompletionSource();
        var running = session.RunAsync(new("csharp", cell), _ => started.TrySetResult(), stop.Token);
        await started.Task;
        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        Assert.IsType<CellOutcome.Unstoppable>(await running);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), $"It was told after {clock.Elapsed}, when the code had nearly ended by itself.");
        Assert.IsType<CellOutcome.Unstoppable>(await session.RunAsync(new("csharp", "1"), _ => { }, TestContext.Current.CancellationToken));
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.Equal("5", await TextInAsync(session, "kept"));
    }

    [Theory]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)")]
    [InlineData("int Ping(int n) => Pong(n) + 1; int Pong(int n) => Ping(n) + 1;\nPing(0)")]
    [InlineData("class Node { public int Depth => Depth + 1; }\nnew Node().Depth")]
    [InlineData("class Node { Node inner = new Node(); }\nnew Node()")]
    [InlineData("int Run() { Func<int, int> down = null; down = n => down(n + 1) + 1; return down(0); }\nRun()")]
    [InlineData("Func<int, int> down = null; down = n => down(n + 1) + 1;\ndown(0)")]
    [InlineData("delegate int Step(int n); Step down = null; down = n => down(n + 1) + 1;\ndown(0)")]
    [InlineData("Action<int> down = null;\ndown = n => down(n + 1);\ndown(0);")]
    [InlineData("System.Func<int, int> ping = null, pong = null; ping = n => { return pong(n) + 1; }; pong = n => ping(n) + 1;\nping(0)")]
    [InlineData("static class Tree { public static int Size(this object o) => o.Size() + 1; }\nnew object().Size()")]
    public async Task Endless_recursion_fails_its_cell_and_keeps_the_session(string cell)
    {
        var run = await Notebook.RunAsync(Of("int kept = 3;", cell, "kept"), Options with { KeepGoing = true });
        Assert.Equal("InsufficientExecutionStackException", Assert.IsType<CellOutput.Error>(run.Executed.Cells[1].Outputs[^1]).Name);
        Assert.Equal("3", TextOf(Assert.Single(run.Executed.Cells[2].Outputs)));
    }

    [Theory]
    [InlineData("Func<int, int> fib = null; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);\nfib(10)", "55")]
    [InlineData("using System.Linq.Expressions; Expression<Func<int, bool>> small = n => n < 3; small = n => n < small.Parameters.Count;\nsmall.Body.ToString()", "(n < value(")]
    [InlineData("int count = 0; Action<int> down = null; down = n => count += n > 0 ? 1 : 0;\ndown(3); count", "1")]
    public async Task Lambdas_that_end_give_what_they_would(string cell, string expected)
    {
        using var session = new NotebookSession(new());
        Assert.StartsWith(expected, await TextInAsync(session, cell), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Next(int n) => n + 1; int Twice(int n) => Next(Next(n)); var all = new[] { 1 }.Select(n => Twice(n)).ToList();", false)]
    [InlineData("record Order(int Id, decimal Amount); var orders = new List<Order>(); var sum = orders.Sum(order => order.Amount);", false)]
    [InlineData("var total = 1; total = total + 1; class A { public int Size { get; set; } public A Copy() => new A { Size = Size }; }", false)]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);", true)]
    [InlineData("class T { public static T operator +(T a, T b) => a + b; }", true)]
    public void Functions_that_cannot_call_themselves_pay_for_no_check(string code, bool isChecked) =>
        Assert.Equal(isChecked, Recursion.IsPossible(CSharpSyntaxTree.ParseText(code, ScriptCompiler.ParseOptions, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)));

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

    private static async Task<string> TextInAsync(NotebookSession session, string code)
    {
        var outputs = new List<CellOutput>();
        await session.RunAsync(new("csharp", code), outputs.Add, TestContext.Current.CancellationToken);
        return TextOf(Assert.Single(outputs));
    }
}
