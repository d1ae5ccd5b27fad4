using UserOps.Reports.Comparison;
using UserOps.Reports.Pages;
using UserOps.Reports.Runs;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>Two finished runs beside each other, as a report shows itself beside the run before.</summary>
internal static class ComparePage
{
    /// <exception cref="UserOpsException">A file of the runs is damaged or of a later version.</exception>
    public static string Write(ServedWords words, KeptRuns runs, FinishedRun old, FinishedRun later)
    {
        var (comparisons, remarks) = RecordedRun.Compare(RecordedRun.Of(old, words.Language), RecordedRun.Of(later, words.Language), words.Language);
        return Write(words, runs, old, later, Markup.Of($"""
            <p class="lede"><b>{RunText.Export(words, later)}</b> ({RunText.Moment(later)}) {words.Against} <b>{RunText.Export(words, old)}</b> ({RunText.Moment(old)})</p>
            {Markup.ForEach(comparisons, comparison => Notebook(comparison, later))}
            {(comparisons.Count == 0 ? Markup.Of($"<p class=\"warning\">{words.NothingInCommon}</p>") : Markup.Empty)}
            {Alone(words, remarks)}
            """));
    }

    private static Markup Alone(ServedWords words, IReadOnlyList<string> remarks) => remarks.Count == 0 ? Markup.Empty : Markup.Of($"""
        <details class="run"><summary>{words.InOneAlone} ({remarks.Count})</summary>
        <ul>{Markup.ForEach(remarks, remark => Markup.Of($"<li>{remark}</li>"))}</ul>
        </details>
        """);

    /// <summary>The choice alone, with what was wrong with the last one.</summary>
    public static string Write(ServedWords words, KeptRuns runs, FinishedRun? old, FinishedRun? later, string problem) => Write(words, runs, old, later, Problems.Write(words, [problem]));

    private static string Write(ServedWords words, KeptRuns runs, FinishedRun? old, FinishedRun? later, Markup answer) => Frame.Write(words, words.Comparison, Markup.Of($"""
        <h1>{words.Comparison}</h1>
        {answer}
        <h2>{words.CompareOthers}</h2>
        {CompareForm.Write(words, runs.WithNumbers, old, later)}
        <p><a href="/history">{words.AllRuns}</a></p>
        """));

    private static Markup Notebook(ReportComparison comparison, FinishedRun later) => Markup.Of($"""
        <section class="since">
        <h2>{later[comparison.New.Recorded.Notebook]?.Title ?? comparison.New.Recorded.Notebook}</h2>
        {ChangesSection.Body(comparison)}
        </section>
        """);
}
