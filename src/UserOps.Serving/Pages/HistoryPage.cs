using UserOps.Reports.Pages;
using UserOps.Reports.Runs;

namespace UserOps.Serving.Pages;

/// <summary>Earlier runs in the folder of reports, the latest first; any two can be compared.</summary>
internal static class HistoryPage
{
    public static string Write(KeptRuns runs, bool hasCharts) => Frame.Write("History", Markup.Of($"""
        <h1>History</h1>
        {(runs.All.Count == 0 ? Markup.Of($"<p>No run has ended yet. Run a report, and it is kept here.</p>") : All(runs, hasCharts))}
        """));

    private static Markup All(KeptRuns runs, bool hasCharts) => Markup.Of($"""
        {(hasCharts ? Markup.Of($"<p><a href=\"/reports/history.html\">Every key number over the runs</a></p>") : Markup.Empty)}
        <h2>Compare two runs</h2>
        {CompareForm.Write(runs.WithNumbers, null, null)}
        <h2>Runs</h2>
        {Markup.ForEach(runs.All.Index(), entry => Run(entry.Item, runs, isOpen: entry.Index == 0))}
        """);

    private static Markup Run(FinishedRun run, KeptRuns runs, bool isOpen) => Markup.Of($"""
        <details class="run"{Markup.If(isOpen, " open")}><summary><b>{RunText.Moment(run)}</b> · {RunText.Export(run)} · {RunText.Content(run)}</summary>
        <ul>
        {Markup.ForEach(run.Record.Notebooks, notebook => Notebook(run, notebook))}
        </ul>
        {(runs.Before(run) is { } before ? Markup.Of($"<p><a href=\"{RunText.Comparison(before, run)}\">Compare with the run before, of {RunText.Moment(before)} on {RunText.Export(before)}</a></p>") : Markup.Empty)}
        </details>
        """);

    private static Markup Notebook(FinishedRun run, NotebookRecord notebook) => Markup.Of($"""
        <li>{(run.PageOf(notebook.Name) is null ? Markup.Of($"{notebook.Title ?? notebook.Name}") : Markup.Of($"<a href=\"{RunText.Page(run, notebook)}\">{notebook.Title ?? notebook.Name}</a>"))} <span class="state {(notebook.Status == NotebookStatus.Ok ? "good" : "bad")}">{RunText.State(notebook)}</span></li>
        """);
}
