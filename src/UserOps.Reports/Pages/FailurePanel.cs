using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Pages;

/// <summary>What a reader of an unfinished report must know first: which cell failed, why, on which data, and what to do.</summary>
internal static class FailurePanel
{
    public static Markup Write(NotebookReport report) => report.Run.FirstFailure is { } failure ? Markup.Of($"""
        <div class="failure" role="alert">
        <h2>{report.Words.NotComplete}</h2>
        <p><a href="#{CellWriter.AnchorOf(failure.Index)}">{report.Words.Cell(FailureText.Cell(report.Run))}</a>{Under(report, failure.Index)}{Extent(report)}</p>
        <dl>
        <dt>{report.Words.Why}</dt><dd>{FailureText.Reason(report.Run)}</dd>
        <dt>{report.Words.OnWhichData}</dt><dd>{OnWhichData(report)}</dd>
        <dt>{report.Words.WhatToDo}</dt><dd>{FailureText.Remedy(report.Run)}</dd>
        </dl>
        </div>
        """) : Markup.Empty;

    private static string OnWhichData(NotebookReport report) => (DataText.Source(report), report.Data) switch
    {
        (null, _) => report.Words.NoneOpened,
        (var source, null) => source,
        var (source, data) => $"{source} ({DataText.Summary(data, report.Words)})",
    };

    private static string Under(NotebookReport report, int cell) => FailureText.HeadingAbove(report.Run.Executed, cell) is { } heading ? report.Words.Under(heading) : "";

    private static string Extent(NotebookReport report)
    {
        var run = report.Run;
        int code = run.Executed.Cells.Count(cell => cell.IsCode);
        int done = run.Cells.Count(cell => cell.Status == CellStatus.Succeeded);
        return report.Words.Extent(done, code);
    }
}
