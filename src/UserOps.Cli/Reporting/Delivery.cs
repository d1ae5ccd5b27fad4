using UserOps.Cli.Terminals;
using UserOps.Notebooks.Execution;
using UserOps.Reports;
using UserOps.Reports.Delivery;

namespace UserOps.Cli.Reporting;

/// <summary>Runs the notebooks one after another and delivers a page for each, whether it failed or not, and an index of them.</summary>
internal static class Delivery
{
    public static async Task<int> RunAsync(ReportRequest request, Terminal terminal, CancellationToken cancellation)
    {
        var plan = Plan.Make(request, Path.GetFullPath(request.Out));
        if (request.Also.Contains(DeliveryFormat.Pdf))
            Chromium.Find();
        var folder = ReportFolder.Open(request.Out, TimeProvider.System);
        List<NotebookReport> reports = [];
        await Watching.RunAsync(terminal, async watcher =>
        {
            foreach (var planned in plan)
                reports.Add(await RunAsync(planned, request, folder, watcher, cancellation));
        });
        string index = folder.WriteIndex(reports);
        if (request.Notify is { } address && await Notification.SendAsync(address, reports, index, cancellation) is { } problem)
            terminal.Messages.WriteLine($"Nobody was notified at {address.GetLeftPart(UriPartial.Authority)}: {problem}. The reports are written.");
        Tell(reports, folder, index, request.Json, terminal);
        return Outcome.Of(reports);
    }

    private static async Task<NotebookReport> RunAsync(PlannedRun planned, ReportRequest request, ReportFolder folder, IRunWatcher watcher, CancellationToken cancellation)
    {
        watcher.Started(planned.Name, planned.Document.Cells.Count(cell => cell.IsCode));
        var run = await NotebookRunner.RunAsync(planned.Document, planned.Options, watcher.Follow(planned.Name, planned.Document), cancellation);
        cancellation.ThrowIfCancellationRequested();
        watcher.Ended(planned.Name, run);
        var report = new NotebookReport(planned.Name, run, planned.Folder) { Language = request.Language };
        await Deliveries.WriteAsync(report, folder.Write(report), request.Also, cancellation);
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
