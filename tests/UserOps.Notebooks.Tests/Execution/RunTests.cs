using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Testing;
using static UserOps.Notebooks.Tests.Notebook;

namespace UserOps.Notebooks.Tests.Execution;

public sealed class RunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("run");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_stops_at_the_first_error()
    {
        var run = await RunAsync("1", "throw new Exception(\"x\");", "3");
        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal(1, run.FirstFailure?.Index);
    }

    [Fact]
    public async Task Run_goes_on_after_an_error_when_asked_to()
    {
        var run = await RunAsync(Of("1", "throw new Exception(\"x\");", "3"), Options with { KeepGoing = true });
        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.Succeeded], run.Cells.Select(cell => cell.Status));
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task Cells_run_in_the_folder_of_the_notebook_and_the_process_returns_to_its_own()
    {
        string before = Environment.CurrentDirectory;
        await RunAsync(Of("System.IO.File.WriteAllText(\"here.txt\", \"\");"), Here);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "here.txt")));
        Assert.Equal(before, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Executed_notebook_is_saved_after_each_cell_and_the_source_is_not_touched()
    {
        string source = Path.Combine(_folder.FullName, "a.ipynb"), target = Path.Combine(_folder.FullName, "b.ipynb");
        NotebookFile.Save(Of("1", $"System.IO.File.Copy(@\"{target}\", @\"{target}.seen\");"), source);
        byte[] before = File.ReadAllBytes(source);
        await RunAsync(NotebookFile.Load(source), Here with { SaveTo = target });
        Assert.Equal(before, File.ReadAllBytes(source));
        File.Move(target + ".seen", Path.Combine(_folder.FullName, "seen.ipynb"));
        var seen = NotebookFile.Load(Path.Combine(_folder.FullName, "seen.ipynb"));
        Assert.Equal("1", TextOf(Assert.Single(seen.Cells[0].Outputs)));
        Assert.Null(seen.Cells[1].ExecutionCount);
        Assert.Equal(2, NotebookFile.Load(target).Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task Outputs_of_an_earlier_run_are_gone_where_this_one_did_not_come()
    {
        var document = new NotebookDocument([new("csharp", "throw new Exception();"), new("csharp", "2") { ExecutionCount = 9, Outputs = [new CellOutput.Stream(false, "old")] }]);
        var run = await RunAsync(document, Options);
        Assert.Empty(run.Executed.Cells[1].Outputs);
        Assert.Null(run.Executed.Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task First_chart_of_a_saved_notebook_brings_the_library_once()
    {
        string target = Path.Combine(_folder.FullName, "b.ipynb");
        string chart = "UserOps.Display.MimeBundle.Of(\"c\", \"<i/>\").With(\"application/vnd.plotly.v1+json\", \"{}\")";
        string own = $"class C : UserOps.Display.IDisplayable {{ public UserOps.Display.MimeBundle Render() => {chart}; }}";
        var run = await RunAsync(Of(own, "new C()", "new C()"), Here with { SaveTo = target });
        Assert.Equal("<i/>", ((CellOutput.Result)run.Executed.Cells[1].Outputs[0]).Data[MimeBundle.Html]);
        var saved = NotebookFile.Load(target);
        Assert.StartsWith("<script>if(!window.Plotly)", ((CellOutput.Result)saved.Cells[1].Outputs[0]).Data[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Equal("<i/>", ((CellOutput.Result)saved.Cells[2].Outputs[0]).Data[MimeBundle.Html]);
    }

    [Fact]
    public async Task Progress_tells_start_and_end_of_each_cell()
    {
        var told = new List<(int Cell, CellStatus? Status)>();
        var document = new NotebookDocument([new("markdown", "t"), new("csharp", "1"), new("csharp", "x")]);
        await NotebookRunner.RunAsync(document, Options, new Direct(step => told.Add((step.Cell, step.Finished?.Status))), TestContext.Current.CancellationToken);
        Assert.Equal([(1, null), (1, CellStatus.Succeeded), (2, null), (2, CellStatus.Failed)], told);
    }

    [Fact]
    public async Task Folder_that_does_not_exist_is_told()
    {
        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync(Of("1"), new() { WorkingDirectory = Path.Combine(_folder.FullName, "none") }));
        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_run_keeps_what_has_run()
    {
        using var stop = new CancellationTokenSource();
        var run = await NotebookRunner.RunAsync(Of("1", "await Task.Delay(-1);", "3"), Options, new Direct(step => CancelInSecond(step, stop)), stop.Token);
        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal("Stopped: the run was stopped.", Assert.IsType<CellOutput.Error>(run.Executed.Cells[1].Outputs[^1]).Message);
    }

    [Fact]
    public async Task Endless_printing_does_not_fill_the_memory()
    {
        // The compiler is loaded before the clock runs.
        _ = await RunAsync(Of("1"), Options);
        var run = await RunAsync(Of("while (true) Console.Write(new string('x', 100_000));"), Options with { CellTimeout = TimeSpan.FromSeconds(4) });
        var stream = Assert.IsType<CellOutput.Stream>(run.Executed.Cells[0].Outputs[0]);
        Assert.True(stream.Text.Length < 4_100_000);
        Assert.EndsWith("… the rest of this output is left out.\n", stream.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_cells_stay_under_400_MB_and_do_not_slow_down()
    {
        var cells = Enumerable.Range(0, 500).Select(i =>
            $"var x{i} = {i}; record R{i}(int A, string B); string F{i}(int n) => $\"{{n}} {{x{Math.Max(0, i - 1)}}}\";\nConsole.WriteLine(F{i}(3)); x{i}");
        long before = HeldMegabytes();
        var run = await RunAsync([.. cells]);
        Assert.True(run.Succeeded);
        double first = run.Cells.Skip(50).Take(100).Sum(cell => cell.Elapsed.TotalSeconds), last = run.Cells.TakeLast(100).Sum(cell => cell.Elapsed.TotalSeconds);
        Assert.True(last < 4 * first, $"The last hundred cells took {last:0.0} s, an early hundred {first:0.0} s.");
        // A process with an empty notebook holds about 150 MB; other tests have left theirs in this one.
        Assert.True(HeldMegabytes() - before < 250, $"The notebook added {HeldMegabytes() - before} MB.");
    }

    [SlowFact]
    public async Task Thousand_trivial_cells_add_less_than_150_MB_and_the_last_take_not_much_longer_than_the_first()
    {
        await RunAsync("1");
        long before = HeldMegabytes();
        var used = new Dictionary<int, TimeSpan>();
        var document = Of([.. Enumerable.Range(0, 1001).Select(i => $"var x{i} = {i};\nx{i} + 1")]);
        var run = await NotebookRunner.RunAsync(document, Options, new Direct(step => used[step.Cell] = Environment.CpuUsage.TotalTime), TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded);
        long added = HeldMegabytes() - before;
        double early = (used[200] - used[100]).TotalSeconds, late = (used[1000] - used[900]).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage($"1,000 cells added {added} MB; cells 100 to 200 took {early:0.00} CPU s, cells 900 to 1,000 {late:0.00}.");
        Assert.True(added < 150, $"The notebook added {added} MB.");
        // Were the cost of a cell to grow with the cells before it, the ratio would be 950 : 150, above six.
        Assert.True(late < 3 * early, $"Cells 900 to 1,000 took {late:0.00} CPU s, cells 100 to 200 {early:0.00}.");
    }

    private RunOptions Here => Options with { WorkingDirectory = _folder.FullName };

    private static long HeldMegabytes()
    {
        GC.Collect();
        return Environment.WorkingSet >> 20;
    }

    private static void CancelInSecond(RunProgress step, CancellationTokenSource stop)
    {
        if (step is { Cell: 1, Finished: null })
            stop.CancelAfter(300);
    }

    private sealed class Direct(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }
}
