using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The section "Since last time": every key number against the run before, what moved it, and what stands in the way of comparing.</summary>
internal static class ChangesSection
{
    public const string Anchor = "since";

    public static Markup Write(NotebookReport report) => report.Since is not { } since ? Markup.Empty : Markup.Of($"""
        <section class="since" id="{Anchor}">
        <h2>{report.Words.SinceLastTime}</h2>
        {Markup.ForEach(Remarks(report, since), remark => Markup.Of($"<p class=\"warning\">{remark}</p>"))}
        {(since.Comparison is { } comparison ? Body(comparison) : Markup.Empty)}
        </section>
        """);

    /// <summary>What moved, in sentences, and every key number as a table.</summary>
    public static Markup Body(ReportComparison comparison) => Markup.Of($"""
        <p>{ComparisonText.Headline(comparison)}</p>
        {Moved([.. comparison.Changes.Where(change => change.Verdict == Verdict.Moved)], comparison.Words)}
        {NotComparable(ComparisonText.NotComparable(comparison))}
        <details><summary>{comparison.Words.Comparison.AllNumbers}</summary>
        <div class="output">{ScrollBoxes.Around(ComparisonText.Table(comparison).ToHtml(rowLimit: 1000))}</div>
        </details>
        """);

    private static Markup Moved(IReadOnlyList<MetricChange> moved, Words words) => moved.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul class="moved">
        {Markup.ForEach(moved, change => Markup.Of($"<li><b class=\"{ChangeLine.ClassOf(change)}\">{ComparisonText.Sentence(change, words)}</b>{Drivers(change)}</li>"))}
        </ul>
        """);

    private static Markup NotComparable(IReadOnlyList<string> numbers) => numbers.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul class="moved">{Markup.ForEach(numbers, number => Markup.Of($"<li>{number}</li>"))}</ul>
        """);

    private static Markup Drivers(MetricChange change) => change.Drivers.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul>{Markup.ForEach(change.Drivers, driver => Markup.Of($"<li>{driver}</li>"))}</ul>
        """);

    private static IEnumerable<string> Remarks(NotebookReport report, SinceLastTime since)
    {
        foreach (string problem in since.Problems)
            yield return report.Words.Comparison.CannotCompare(problem);
        if (since.RenamedFrom is { } name)
            yield return report.Words.Comparison.RenamedFrom(name);
    }
}
