using UserOps.Cli.Reporting;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Tests.Reporting;

public class InBoxTests
{
    private static async Task<NotebookRun> RunAsync(params string[] cells) => await NotebookRunner.RunAsync(
        new([.. cells.Select(source => new NotebookCell("csharp", source))]),
        new() { WorkingDirectory = Path.GetTempPath(), InBox = InBox.Assemblies, Usings = InBox.Usings },
        cancellation: TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_notebook_knows_the_library_charts_and_frames_without_a_using()
    {
        var run = await RunAsync("Dataset.From(events: [new(\"a\", \"visit\", DateTime.UnixEpoch)])", "new DataFrame()",
            "Chart chart = new FunnelChart(\"t\", [\"a\"], [1]);", "Report.Metric(\"x\", 1, \"users\");");
        Assert.True(run.Succeeded, Reports.FailureText.Kind(run));
    }

    [Fact]
    public async Task A_notebook_that_asks_for_the_packages_gets_them_from_the_box()
    {
        var run = await RunAsync("#r \"nuget: UserOps\"\n#r \"nuget: Plotly.NET, 6.0.0\"\nusing Plotly.NET;\nvar layout = new Layout();");
        Assert.True(run.Succeeded, run.Executed.Cells[0].Outputs.OfType<CellOutput.Error>().FirstOrDefault()?.Message);
    }
}
