using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Pages;

/// <summary>What a reader of an unfinished report must know first: which cell failed, why, on which data, and what to do; or why it was not run at all.</summary>
internal static class FailurePanel
{
    public static Markup Write(NotebookReport report) => report switch
    {
        { Refusals.Count: > 0 } => Refusal(report),
        { Run.FirstFailure: { } failure } => Failure(report, failure),
        _ => Markup.Empty,
    };

    private static Markup Failure(NotebookReport report, CellRun failure) => Markup.Of($"""
        <div class="failure" role="alert">
        <h2>This report is not complete</h2>
        <p><a href="#{CellWriter.AnchorOf(failure.Index)}">Cell {FailureText.Cell(report.Run)}{Line(report.Run)}</a>{Under(report.Run, failure.Index)} failed; {Extent(report.Run)}.</p>
        <dl>
        <dt>Message</dt><dd>{FailureText.Reason(report.Run)}</dd>
        <dt>Likely cause</dt><dd>{FailureCause.Of(report)}</dd>
        <dt>On which data</dt><dd>{OnWhichData(report)}</dd>
        <dt>What to do</dt><dd>{FailureText.Remedy(report.Run)}</dd>
        </dl>
        </div>
        """);

    private static Markup Refusal(NotebookReport report) => Markup.Of($"""
        <div class="failure" role="alert">
        <h2>This report could not be made</h2>
        <p>The data do not hold what it needs. No cell was run, so there is no number that could mislead.</p>
        <dl>
        <dt>What is wrong</dt><dd><ul>{Markup.Join(report.Refusals.Select(refusal => Markup.Of($"<li>{refusal}</li>")), "")}</ul></dd>
        <dt>On which data</dt><dd>{OnWhichData(report)}</dd>
        <dt>What to do</dt><dd>Give an export that holds it, or name its columns with --map; 'userops check' shows how the export is read, and which notebooks it can feed.</dd>
        </dl>
        </div>
        """);

    private static string Line(NotebookRun run) => FailureText.Line(run) is { } line ? FormattableString.Invariant($", line {line}") : "";

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
