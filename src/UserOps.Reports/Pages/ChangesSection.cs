using UserOps.Reports.Comparison;

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

    private static Markup Body(ReportComparison comparison) => Markup.Of($"""
        <p>{ComparisonText.Headline(comparison)}</p>
        {Moved([.. comparison.Changes.Where(change => change.Verdict == Verdict.Moved)])}
        <details><summary>All key numbers, before and now</summary>
        <div class="output">{ScrollBoxes.Around(ComparisonText.Table(comparison).ToHtml(rowLimit: 1000))}</div>
        </details>
        """);

    private static Markup Moved(IReadOnlyList<MetricChange> moved) => moved.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul class="moved">
        {Markup.ForEach(moved, change => Markup.Of($"<li><b class=\"{ChangeLine.ClassOf(change)}\">{ComparisonText.Sentence(change)}</b>{Drivers(change)}</li>"))}
        </ul>
        """);

    private static Markup Drivers(MetricChange change) => change.Drivers.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul>{Markup.ForEach(change.Drivers, driver => Markup.Of($"<li>{driver}</li>"))}</ul>
        """);

    private static IEnumerable<string> Remarks(NotebookReport report, SinceLastTime since)
    {
        foreach (string problem in since.Problems)
            yield return $"An earlier run cannot be compared: {problem}";
        if (since.RenamedFrom is { } name)
            yield return $"This notebook was called '{name}' in the earlier run: it is told by its code, which is the same.";
    }
}
