using UserOps.Reports.Comparison;
using UserOps.Reports.Pages;
using UserOps.Reports.Runs;

namespace UserOps.Serving.Pages;

/// <summary>Two finished runs beside each other, as a report shows itself beside the run before.</summary>
internal static class ComparePage
{
    /// <exception cref="UserOpsException">A file of the runs is damaged or of a later version.</exception>
    public static string Write(KeptRuns runs, FinishedRun old, FinishedRun later)
    {
        var (comparisons, remarks) = RecordedRun.Compare(RecordedRun.Of(old), RecordedRun.Of(later));
        return Write(runs, old, later, Markup.Of($"""
            <p class="lede"><b>{RunText.Export(later)}</b> ({RunText.Moment(later)}) against <b>{RunText.Export(old)}</b> ({RunText.Moment(old)})</p>
            {Markup.ForEach(comparisons, comparison => Notebook(comparison, later))}
            {(comparisons.Count == 0 ? Markup.Of($"<p class=\"warning\">They have no notebook in common.</p>") : Markup.Empty)}
            {Markup.If(remarks.Count > 0, "<h2>In one of them alone</h2>")}
            {Markup.ForEach(remarks, remark => Markup.Of($"<p class=\"warning\">{remark}</p>"))}
            """));
    }

    /// <summary>The choice alone, with what was wrong with the last one.</summary>
    public static string Write(KeptRuns runs, FinishedRun? old, FinishedRun? later, string problem) => Write(runs, old, later, Problems.Write([problem]));

    private static string Write(KeptRuns runs, FinishedRun? old, FinishedRun? later, Markup answer) => Frame.Write("Comparison", Markup.Of($"""
        <h1>Comparison</h1>
        {answer}
        <h2>Compare two other runs</h2>
        {CompareForm.Write(runs.WithNumbers, old, later)}
        <p><a href="/history">All runs</a></p>
        """));

    private static Markup Notebook(ReportComparison comparison, FinishedRun later) => Markup.Of($"""
        <section class="since">
        <h2>{later[comparison.New.Recorded.Notebook]?.Title ?? comparison.New.Recorded.Notebook}</h2>
        {ChangesSection.Body(comparison)}
        </section>
        """);
}
