using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The page of a folder's history: every metric over its runs as a picture, and beneath it as a table.</summary>
internal static class HistoryPage
{
    public const string FileName = "history.html";

    public static string Write(ReportHistory history) => Shell.Write(EnglishWords.All.Tag, "History of key numbers", Markup.Of($"""
        <div class="page">
        <header>
        <nav class="up"><a href="index.html">All reports</a></nav>
        <h1>History of key numbers</h1>
        <p class="lede">Each point is a run on another export, with its interval. Where a line breaks, the notebook, its parameters, a definition or the kind of data changed: what lies on both sides is not comparable.</p>
        {Markup.ForEach(history.Problems, problem => Markup.Of($"<p class=\"warning\">{problem}</p>"))}
        </header>
        <main>
        {Markup.ForEach(history.Metrics.GroupBy(metric => metric.Notebook), Notebook)}
        </main>
        </div>
        """), Markup.Empty);

    private static Markup Notebook(IGrouping<string, MetricHistory> metrics) => Markup.Of($"""
        <section>
        <h2>{metrics.Key}</h2>
        <div class="histories">
        {Markup.ForEach(metrics, Metric)}
        </div>
        </section>
        """);

    private static Markup Metric(MetricHistory history) => Markup.Of($"""
        <article class="card history" id="{history.Notebook}.{history.Metric.Name}">
        <div class="label">{history.Metric.Label ?? history.Metric.Name}</div>
        <div class="value">{MetricCards.Value(history.Metric, EnglishWords.All)}</div>
        {(history.Entries is [.., { Change: { } change }] ? Markup.Of($"<div class=\"change {ChangeLine.ClassOf(change)}\">{ChangeText.Of(change)}: {ChangeText.Verdict(change)}</div>") : Markup.Empty)}
        {HistoryChart.Write(history)}
        <details><summary>As a table</summary><div class="output">{ScrollBoxes.Around(history.ToTable().ToHtml(rowLimit: 1000))}</div></details>
        </article>
        """);
}
