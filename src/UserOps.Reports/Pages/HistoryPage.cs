using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The page of a folder's history: every metric over its runs as a picture, and beneath it as a table.</summary>
internal static class HistoryPage
{
    public const string FileName = "history.html";

    public static string Write(ReportHistory history) => Write(history, history.Words);

    private static string Write(ReportHistory history, Words words) => Shell.Write(words.Tag, words.Comparison.History, Markup.Of($"""
        <div class="page">
        <header>
        <nav class="up"><a href="index.html">{words.AllReports}</a></nav>
        <h1>{words.Comparison.History}</h1>
        <p class="lede">{words.Comparison.HistoryLede}</p>
        {Markup.ForEach(history.Problems, problem => Markup.Of($"<p class=\"warning\">{problem}</p>"))}
        </header>
        <main>
        {Markup.ForEach(history.Metrics.GroupBy(metric => metric.Notebook), Notebook)}
        </main>
        </div>
        """), Markup.Empty);

    private static Markup Notebook(IGrouping<string, MetricHistory> metrics) => Markup.Of($"""
        <section>
        <h2>{metrics.First().Title ?? metrics.Key}</h2>
        <div class="histories">
        {Markup.ForEach(metrics, metric => Metric(metric, metric.Words))}
        </div>
        </section>
        """);

    private static Markup Metric(MetricHistory history, Words words) => Markup.Of($"""
        <article class="card history" id="{history.Notebook}.{history.Metric.Name}">
        <div class="label">{words.LabelOf(history.Metric)}</div>
        <div class="value">{MetricCards.Value(history.Metric, words)}</div>
        {(history.Entries is [.., { Change: { } change }] ? Markup.Of($"<div class=\"change {ChangeLine.ClassOf(change)}\">{ChangeLine.Text(change, words, withReason: true)}</div>") : Markup.Empty)}
        {HistoryChart.Write(history)}
        <details><summary>{words.Comparison.AsTable}</summary><div class="output">{ScrollBoxes.Around(history.ToTable().ToHtml(rowLimit: 1000))}</div></details>
        </article>
        """);
}
