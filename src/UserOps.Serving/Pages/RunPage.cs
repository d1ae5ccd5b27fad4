using UserOps.Reports.Pages;
using UserOps.Serving.Running;

namespace UserOps.Serving.Pages;

/// <summary>A run while it goes on, and how it ended.</summary>
internal static class RunPage
{
    public static string Write(ServedRun run, string? comparison, string formKey) => Frame.Write(run.Title, Markup.Of($"""
        <h1>{run.Title}</h1>
        <p class="lede">On the export <b>{Path.GetFileName(run.Order.Data)}</b></p>
        {(run.End is { } end ? Ended(run, end, comparison, formKey) : Running(run, formKey))}
        <h2>Progress</h2>
        <ol class="log" id="log" tabindex="0" aria-label="Progress">{Markup.ForEach(run.Lines, line => Markup.Of($"<li>{line}</li>"))}</ol>
        """));

    private static Markup Running(ServedRun run, string formKey) => Markup.Of($"""
        <div id="live" data-events="/runs/{run.Id}/events" data-from="{run.Lines.Count}">
        <p><progress id="bar" max="1"{Value(run)} aria-label="Cells done"></progress></p>
        <p id="now" role="status">{(run.Lines is [.., var last] ? last : "Starting")}</p>
        </div>
        <form action="/runs/{run.Id}/cancel" method="post"><input type="hidden" name="key" value="{formKey}"><button type="submit">Stop this run</button></form>
        <noscript><p><a href="/runs/{run.Id}">Look again</a></p></noscript>
        """);

    private static Markup Value(ServedRun run) => run.Share is { } share ? Markup.Of($" value=\"{share:0.###}\"") : Markup.Empty;

    private static Markup Ended(ServedRun run, RunEnd end, string? comparison, string formKey) => end switch
    {
        RunEnd.Done => Markup.Of($"""<p class="done" role="status" id="end">The report is ready.</p><p><a class="button main" href="{run.Page}">Read the report</a> {(comparison is null ? Markup.Empty : Markup.Of($"<a href=\"{comparison}\">What changed since the run before</a> "))}<a href="/history">Earlier runs</a></p>{Again(run, formKey)}"""),
        RunEnd.Failed => Markup.Of($"""<div class="failure" role="alert" id="end"><h2>A cell failed</h2><p>What came before it is whole. <a href="{run.Page}">The report</a> says which cell, why, and what to do.</p></div>{Again(run, formKey)}"""),
        RunEnd.Cancelled => Markup.Of($"""<p class="warning" role="status" id="end">Stopped. Nothing of an earlier report was changed, unless a cell of this run had been saved already.</p>{Again(run, formKey)}"""),
        _ => Markup.Of($"""<div class="failure" role="alert" id="end"><h2>This could not run</h2><p>The last lines below say why.</p></div>{Again(run, formKey)}"""),
    };

    private static Markup Again(ServedRun run, string formKey) => Markup.Of($"""
        <form action="/runs" method="post"><input type="hidden" name="key" value="{formKey}"><input type="hidden" name="notebook" value="{run.Order.Notebook}"><input type="hidden" name="data" value="{run.Order.Data}">
        {Markup.ForEach(run.Order.Values, pair => Markup.Of($"<input type=\"hidden\" name=\"p.{pair.Key}\" value=\"{string.Join('\n', pair.Value)}\">"))}
        <button type="submit">Run again</button></form>
        """);
}
