using System.Globalization;
using UserOps.Reports.Comparison;
using UserOps.Reports.Languages;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Pages;

/// <summary>The page that is opened first: every report with its question, its key numbers and a small picture.</summary>
internal static class IndexPage
{
    private const int HeadlineCount = 4;

    public static string Write(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string> earlier, IReadOnlyList<string> remarks, DateTimeOffset now, ReportHistory? history = null) =>
        Write(reports, earlier, remarks, now, history, reports.Count > 0 ? reports[0].Words : EnglishWords.All);

    private static string Write(IReadOnlyList<NotebookReport> reports, IReadOnlyList<string> earlier, IReadOnlyList<string> remarks, DateTimeOffset now, ReportHistory? history, Words words) => Shell.Write(words.Tag, words.GrowthReport, Markup.Of($"""
        <div class="page index">
        <header>
        <h1>{words.GrowthReport}</h1>
        {Facts(reports)}
        {History(history, words)}
        {Failures(reports, words)}
        {Remarks(remarks)}
        </header>
        <main class="reports">
        {Markup.ForEach(reports, Card)}
        </main>
        {Earlier(earlier, words)}
        <footer>{words.MadeAt(string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm} UTC"))} {words.NumbersBeside} <code>.metrics.json</code>.</footer>
        </div>
        """), Markup.Empty);

    private static Markup Facts(IReadOnlyList<NotebookReport> reports)
    {
        var opened = reports.Where(report => report.Data is not null).DistinctBy(report => report.Data!.Hash).ToList();
        return opened.Count == 0 ? Markup.Empty : Markup.Of($"<dl class=\"facts\">{Markup.ForEach(opened, DataFactsList.Write)}</dl>");
    }

    private static Markup Remarks(IReadOnlyList<string> remarks) => remarks.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul class="warning">{Markup.ForEach(remarks, remark => Markup.Of($"<li>{remark}</li>"))}</ul>
        """);

    private static Markup History(ReportHistory? history, Words words) => history is null ? Markup.Empty : Markup.Of($"""
        <p class="more"><a href="{HistoryPage.FileName}">{words.Comparison.EveryNumberOver(history.Runs)}</a></p>
        """);

    private static Markup Earlier(IReadOnlyList<string> names, Words words) => names.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="earlier">{words.FromEarlierRuns} {Markup.Join(names.Select(name => Markup.Of($"<a href=\"{Address(name)}\">{name}</a>")), ", ")}.</p>
        """);

    private static Markup Failures(IReadOnlyList<NotebookReport> reports, Words words) => reports.Count(report => !report.Succeeded) is > 0 and var failed
        ? Markup.Of($"<p class=\"failure\" role=\"alert\">{words.NotCompleteOf(failed, reports.Count)}</p>")
        : Markup.Empty;

    private static Markup Card(NotebookReport report) => Markup.Of($"""
        <article class="report{(report.Picture is null ? " plain" : "")}{(report.Succeeded ? "" : " failed")}">
        {Picture(report)}
        <div class="words">
        <h2><a href="{Address(report.Name)}">{report.Title}</a></h2>
        {(report.Succeeded ? Lede(report) : Failure(report))}
        {Numbers(report)}
        {Blanks(report)}
        </div>
        </article>
        """);

    private static string Address(string name) => Uri.EscapeDataString(name) + ".html";

    private static Markup Picture(NotebookReport report) => report.Picture is { } svg
        ? Markup.Of($"<a class=\"picture\" href=\"{Address(report.Name)}\" tabindex=\"-1\" aria-hidden=\"true\"><img src=\"{Pictures.OfSvg(svg)}\" alt=\"\"></a>")
        : Markup.Empty;

    private static Markup Lede(NotebookReport report) =>
        Markup.Of($"<div class=\"lede\">{new MarkdownText(report.Folder).WriteOutput(Opening.Of(report.Run.Executed).Lede)}</div>");

    private static Markup Failure(NotebookReport report) => report.Status == NotebookStatus.Failed ? Markup.Of($"""
        <p class="status"><span class="chip">{report.Words.NotCompleteChip}</span> {report.Words.Cell(FailureText.Cell(report.Run))} {report.Words.Failed}{report.Words.Colon}{report.Reason}</p>
        """) : Markup.Of($"""
        <p class="status"><span class="chip">{report.Words.NotMadeChip}</span> {report.Reason}</p>
        """);

    private static Markup Blanks(NotebookReport report) => report.Gaps.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div class="blanks">{AboutSection.Blanks(report)}</div>
        """);

    private static Markup Numbers(NotebookReport report) => report.Metrics.Count == 0 ? Markup.Empty : Markup.Of($"""
        <dl class="numbers">
        {Markup.ForEach(report.Metrics.Take(HeadlineCount), metric => Markup.Of($"<div><dt>{report.Words.LabelOf(metric)}</dt><dd>{MetricCards.Value(metric, report.Words)}{Sparkline.Write(metric, report.Since)}{ChangeLine.Write(metric, report)}</dd></div>"))}
        </dl>
        """);
}
