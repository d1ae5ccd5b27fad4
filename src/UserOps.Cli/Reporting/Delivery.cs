using UserOps.Cli.SideBySide;
using UserOps.Cli.Terminals;
using UserOps.Notebooks.Execution;
using UserOps.Reports;
using UserOps.Reports.Comparison;
using UserOps.Reports.Contracts;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Cli.Reporting;

/// <summary>Looks at the data, runs the notebooks that they can feed, and delivers a page for each, whether it failed or not, and an index of them.</summary>
internal static class Delivery
{
    public static async Task<int> RunAsync(ReportRequest request, Terminal terminal, CancellationToken cancellation)
    {
        _ = NotebookSession.WarmUpAsync();
        var words = Words.In(request.Language);
        if (request.Also.Contains(DeliveryFormat.Pdf))
            Chromium.Find();
        var plan = Plan.Make(request, Path.GetFullPath(request.Out), terminal);
        int jobs = Jobs.Within(Math.Min(request.Jobs, plan.Count), Jobs.FreeMemory);
        using var run = RunFolder.Open(request.Out, request.ToRecord(jobs), plan.Select(planned => planned.Name), TimeProvider.System);
        var data = new ReplacedFiles(plan.Select(planned => planned.ToRun.DataPath).OfType<string>());
        var past = PastReports.Of(run.Reports.Path);
        var preflight = Look(plan, request, run, cancellation);
        Tell([.. run.Remarks, .. Outcome.Lines(request.Jobs, jobs, plan.Count, words), .. preflight.Remarks, .. Outcome.Lines(preflight, words)], run, terminal);
        IReadOnlyList<NotebookReport> reports = [];
        await Watching.RunAsync(terminal, run.Log, words, async watcher => reports = await Jobs.RunAsync(plan, jobs, (planned, stop) =>
            RunAsync(planned, preflight.Findings.GetValueOrDefault(planned.Name), request, run, past, watcher, jobs > 1, stop), cancellation));
        var replaced = data.Find(reports);
        string index = run.Finish(reports, replaced);
        if (request.Notify is { } address && await Notification.SendAsync(address, reports, index, cancellation) is { } problem)
            Tell([words.Run.NobodyNotified(address.GetLeftPart(UriPartial.Authority), problem)], run, terminal);
        Tell([.. reports.SelectMany(Outcome.Lines), .. replaced.Count > 0 ? [ReplacedFiles.Sentence(replaced, request.Language)] : Array.Empty<string>()], run, terminal);
        terminal.Results.WriteLine(request.Json ? DeliveryJson.Write(reports, run, index) : index);
        return Outcome.Of(reports, replaced);
    }

    /// <summary>Holds the contracts of the notebooks against the data, all of them before the first cell runs.</summary>
    private static Preflight Look(IReadOnlyList<PlannedRun> plan, ReportRequest request, RunFolder run, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var preflight = Preflight.Of([.. plan.Select(planned => planned.ToRun)], today, request.FreshDays, run.Last, request.Language, cancellation);
        run.Keep(preflight);
        return preflight;
    }

    private static async Task<NotebookReport> RunAsync(
        PlannedRun planned, ContractFindings? findings, ReportRequest request, RunFolder folder, PastReports past, IRunWatcher watcher, bool apart, CancellationToken cancellation)
    {
        using var evidence = EvidenceCollection.Start();
        var report = findings is { IsMet: false }
            ? NotebookReport.Refused(planned.Name, planned.Document, findings, planned.Folder)
            : new NotebookReport(planned.Name, await RunAsync(planned, folder, evidence, watcher, apart, cancellation), planned.Folder) { Blanks = findings?.Blanks ?? [], Evidence = evidence.Found };
        report.Language = request.Language;
        past.Compare(report);
        folder.Deliver(report, planned.Document);
        await folder.DeliverAlsoAsync(report, request.Also, cancellation);
        return report;
    }

    private static async Task<NotebookRun> RunAsync(PlannedRun planned, RunFolder folder, EvidenceCollection evidence, IRunWatcher watcher, bool apart, CancellationToken cancellation)
    {
        watcher.Started(planned.Name, planned.Document.Cells.Count(cell => cell.IsCode));
        string saveTo = folder.ExecutedPath(planned.Name);
        var progress = watcher.Follow(planned.Name, planned.Document);
        var run = apart
            ? await NotebookProcess.RunAsync(planned, saveTo, evidence, progress, cancellation)
            : await NotebookRunner.RunAsync(planned.Document, planned.Options with { SaveTo = saveTo }, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        watcher.Ended(planned.Name, run);
        return run;
    }

    private static void Tell(IReadOnlyList<string> lines, RunFolder run, Terminal terminal)
    {
        foreach (string line in lines)
        {
            terminal.Messages.WriteLine(line);
            run.Log.WriteLine(line);
        }
    }
}
