using UserOps.Reports.Pages;
using UserOps.Reports.Runs;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>Earlier runs in the folder of reports, the latest first; any two can be compared.</summary>
internal static class HistoryPage
{
    public static string Write(ServedWords words, KeptRuns runs, bool hasCharts) => Frame.Write(words, words.History, Markup.Of($"""
        <h1>{words.History}</h1>
        {(runs.All.Count == 0 ? Markup.Of($"<p>{words.NoRunYet}</p>") : All(words, runs, hasCharts))}
        """));

    private static Markup All(ServedWords words, KeptRuns runs, bool hasCharts) => Markup.Of($"""
        {(hasCharts ? Markup.Of($"<p><a href=\"/reports/history.html\">{words.EveryNumber}</a></p>") : Markup.Empty)}
        <h2>{words.CompareTwo}</h2>
        {CompareForm.Write(words, runs.WithNumbers, null, null)}
        <h2>{words.Runs}</h2>
        {Markup.ForEach(runs.All.Index(), entry => Run(words, entry.Item, runs, isOpen: entry.Index == 0))}
        """);

    private static Markup Run(ServedWords words, FinishedRun run, KeptRuns runs, bool isOpen) => Markup.Of($"""
        <details class="run"{Markup.If(isOpen, " open")}><summary><b>{RunText.Moment(run)}</b> · {RunText.Export(words, run)} · {RunText.Content(words, run)}</summary>
        <ul>
        {Markup.ForEach(run.Record.Notebooks, notebook => Notebook(words, run, notebook))}
        </ul>
        {(runs.Before(run) is { } before ? Markup.Of($"<p><a href=\"{RunText.Comparison(before, run)}\">{words.CompareBefore(RunText.Moment(before), RunText.Export(words, before))}</a></p>") : Markup.Empty)}
        </details>
        """);

    private static Markup Notebook(ServedWords words, FinishedRun run, NotebookRecord notebook) => Markup.Of($"""
        <li>{(run.PageOf(notebook.Name) is null ? Markup.Of($"{notebook.Title ?? notebook.Name}") : Markup.Of($"<a href=\"{RunText.Page(run, notebook)}\">{notebook.Title ?? notebook.Name}</a>"))} <span class="state {(notebook.Status == NotebookStatus.Ok ? "good" : "bad")}">{RunText.State(words, notebook)}</span></li>
        """);
}
