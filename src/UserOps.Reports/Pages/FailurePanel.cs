using UserOps.Notebooks.Execution;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Pages;

/// <summary>What a reader of an unfinished report must know first: which cell failed, why, on which data, and what to do; or why it was not run at all, or answers nothing.</summary>
internal static class FailurePanel
{
    public static Markup Write(NotebookReport report) => report switch
    {
        { Status: NotebookStatus.Refused } => Unanswered(report, report.Words.NotMade, report.Words.NoCellWasRun, report.Refusals),
        { Status: NotebookStatus.Blank } => Unanswered(report, report.Words.NoAnswers, report.Words.EverySectionBlank, report.LeftBlank),
        { Run.FirstFailure: { } failure } => Failure(report, failure),
        _ => Markup.Empty,
    };

    private static Markup Failure(NotebookReport report, CellRun failure) => Markup.Of($"""
        <div class="failure" role="alert">
        <h2>{report.Words.NotComplete}</h2>
        <p><a href="#{CellWriter.AnchorOf(failure.Index)}">{report.Words.Cell(FailureText.Cell(report.Run))}{Line(report)}</a>{Under(report, failure.Index)}{Extent(report)}</p>
        <dl>
        <dt>{report.Words.Message}</dt><dd>{FailureText.Reason(report.Run)}</dd>
        <dt>{report.Words.LikelyCause}</dt><dd>{FailureCause.Of(report)}</dd>
        <dt>{report.Words.OnWhichData}</dt><dd>{OnWhichData(report)}</dd>
        <dt>{report.Words.WhatToDo}</dt><dd>{FailureText.Remedy(report)}</dd>
        </dl>
        </div>
        """);

    private static Markup Unanswered(NotebookReport report, string heading, string sentence, IReadOnlyList<string> reasons) => Markup.Of($"""
        <div class="failure" role="alert">
        <h2>{heading}</h2>
        <p>{sentence}</p>
        <dl>
        <dt>{report.Words.WhatIsWrong}</dt><dd><ul>{Markup.Join(reasons.Select(reason => Markup.Of($"<li>{reason}</li>")), "")}</ul></dd>
        <dt>{report.Words.OnWhichData}</dt><dd>{OnWhichData(report)}</dd>
        <dt>{report.Words.WhatToDo}</dt><dd>{report.Words.GiveAnotherExport}</dd>
        </dl>
        </div>
        """);

    private static string Line(NotebookReport report) => FailureText.Line(report.Run) is { } line ? report.Words.Line(line) : "";

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
