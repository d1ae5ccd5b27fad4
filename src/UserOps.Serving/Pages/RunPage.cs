using UserOps.Reports.Pages;
using UserOps.Serving.Languages;
using UserOps.Serving.Running;

namespace UserOps.Serving.Pages;

/// <summary>A run while it goes on, and how it ended.</summary>
internal static class RunPage
{
    public static string Write(ServedWords words, ServedRun run, string? comparison, string formKey) => Frame.Write(words, run.Title, Markup.Of($"""
        <h1>{run.Title}</h1>
        <p class="lede">{words.OnExport}<b>{Path.GetFileName(run.Order.Data)}</b></p>
        {(run.End is { } end ? Markup.Of($"{Ended(words, run, end, comparison)}{Again(words, run, formKey)}") : Running(words, run, formKey))}
        <h2>{words.Progress}</h2>
        <ol class="log" id="log" tabindex="0" aria-label="{words.Progress}">{Markup.ForEach(run.Lines, line => Markup.Of($"<li>{line}</li>"))}</ol>
        """));

    private static Markup Running(ServedWords words, ServedRun run, string formKey) => Markup.Of($"""
        <div id="live" data-events="/runs/{run.Id}/events" data-from="{run.Lines.Count}">
        <p><progress id="bar" max="1"{Value(run)} aria-label="{words.CellsDone}"></progress></p>
        <p id="now" role="status">{(run.Lines is [.., var last] ? last : words.Starting)}</p>
        </div>
        <form action="/runs/{run.Id}/cancel" method="post"><input type="hidden" name="key" value="{formKey}"><button type="submit">{words.Stop}</button></form>
        <noscript><p><a href="/runs/{run.Id}">{words.LookAgain}</a></p></noscript>
        """);

    private static Markup Value(ServedRun run) => run.Share is { } share ? Markup.Of($" value=\"{share:0.###}\"") : Markup.Empty;

    private static Markup Ended(ServedWords words, ServedRun run, RunEnd end, string? comparison) => end switch
    {
        RunEnd.Done => Markup.Of($"""<p class="done" role="status" id="end">{words.Ready}</p><p><a class="button main" href="{run.Page}">{words.Read}</a> {Changed(words, comparison)}<a href="/history">{words.EarlierRuns}</a></p>"""),
        RunEnd.Failed => Markup.Of($"""<div class="failure" role="alert" id="end"><h2>{words.CellFailed}</h2><p>{words.BeforeIsWhole}<a href="{run.Page}">{words.TheReport}</a>{words.SaysWhich}</p></div>"""),
        RunEnd.Cancelled => Markup.Of($"""<p class="warning" role="status" id="end">{words.Stopped}</p>"""),
        _ => Markup.Of($"""<div class="failure" role="alert" id="end"><h2>{words.CouldNotRun.Title}</h2><p>{words.CouldNotRun.Text}</p></div>"""),
    };

    private static Markup Changed(ServedWords words, string? comparison) => comparison is null ? Markup.Empty : Markup.Of($"<a href=\"{comparison}\">{words.WhatChanged}</a> ");

    private static Markup Again(ServedWords words, ServedRun run, string formKey) => Markup.Of($"""
        <form action="/runs" method="post"><input type="hidden" name="key" value="{formKey}"><input type="hidden" name="notebook" value="{run.Order.Notebook}"><input type="hidden" name="data" value="{run.Order.Data}">
        {Markup.ForEach(run.Order.Values, pair => Markup.Of($"<input type=\"hidden\" name=\"p.{pair.Key}\" value=\"{string.Join('\n', pair.Value)}\">"))}
        <button type="submit">{words.RunAgain}</button></form>
        """);
}
