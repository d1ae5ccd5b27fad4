using UserOps.Cli.Terminals;
using UserOps.Notebooks.Execution;
using UserOps.Reports;

namespace UserOps.Cli.Reporting;

/// <summary>Runs the notebooks one after another and delivers a page for each, whether it failed or not, and an index of them.</summary>
internal static class Delivery
{
    public static async Task<int> RunAsync(ReportRequest request, Terminal terminal, CancellationToken cancellation)
    {
        var plan = Plan.Make(request, Path.GetFullPath(request.Out));
        var folder = ReportFolder.Open(request.Out, TimeProvider.System);
        List<NotebookReport> reports = [];
        await Watching.RunAsync(terminal, async watcher =>
        {
            foreach (var planned in plan)
                reports.Add(await RunAsync(planned, folder, watcher, cancellation));
        });
        string index = folder.WriteIndex(reports);
        Tell(reports, folder, index, request.Json, terminal);
        return Outcome.Of(reports);
    }

    private static async Task<NotebookReport> RunAsync(PlannedRun planned, ReportFolder folder, IRunWatcher watcher, CancellationToken cancellation)
    {
        watcher.Started(planned.Name, planned.Document.Cells.Count(cell => cell.IsCode));
        var run = await NotebookRunner.RunAsync(planned.Document, planned.Options, watcher.Follow(planned.Name, planned.Document), cancellation);
        cancellation.ThrowIfCancellationRequested();
        watcher.Ended(planned.Name, run);
        var report = new NotebookReport(planned.Name, run, planned.Folder);
        folder.Write(report);
        return report;
    }

    private static void Tell(IReadOnlyList<NotebookReport> reports, ReportFolder folder, string index, bool json, Terminal terminal)
    {
        foreach (var report in reports)
            foreach (string line in Outcome.Lines(report))
                terminal.Messages.WriteLine(line);
        terminal.Results.WriteLine(json ? DeliveryJson.Write(reports, folder, index) : index);
    }
}
