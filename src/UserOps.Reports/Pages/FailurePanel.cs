using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Pages;

/// <summary>What a reader of an unfinished report must know first: which cell failed, why, on which data, and what to do.</summary>
internal static class FailurePanel
{
    public static Markup Write(NotebookReport report) => report.Run.FirstFailure is { } failure ? Markup.Of($"""
        <div class="failure" role="alert">
        <h2>This report is not complete</h2>
        <p><a href="#{CellWriter.AnchorOf(failure.Index)}">Cell {FailureText.Cell(report.Run)}</a>{Under(report.Run, failure.Index)} failed; {Extent(report.Run)}.</p>
        <dl>
        <dt>Why</dt><dd>{FailureText.Reason(report.Run)}</dd>
        <dt>On which data</dt><dd>{OnWhichData(report)}</dd>
        <dt>What to do</dt><dd>{FailureText.Remedy(report.Run)}</dd>
        </dl>
        </div>
        """) : Markup.Empty;

    private static string OnWhichData(NotebookReport report) => (DataText.Source(report), report.Data) switch
    {
        (null, _) => "None had been opened.",
        (var source, null) => source,
        var (source, data) => $"{source} ({DataText.Summary(data)})",
    };

    private static string Under(NotebookRun run, int cell) => FailureText.HeadingAbove(run.Executed, cell) is { } heading ? $" under “{heading}”" : "";

    private static string Extent(NotebookRun run)
    {
        int code = run.Executed.Cells.Count(cell => cell.IsCode);
        int done = run.Cells.Count(cell => cell.Status == CellStatus.Succeeded);
        return $"{done} of {code} code cells ran to their end, and what they show below is whole";
    }
}
