using UserOps.Display;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The key numbers of a report as cards.</summary>
internal static class MetricCards
{
    private const int Most = 8;

    public static Markup Write(NotebookReport report) => report.Metrics.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div class="cards">
        {Markup.ForEach(report.Metrics.Take(Most), metric => Card(metric, report))}
        </div>
        {More(report.Metrics.Count - Most, report.Words)}
        """);

    /// <summary>The value with its unit in smaller letters.</summary>
    public static Markup Value(Metric metric, Words words)
    {
        string text = words.FormatOf(metric).Write(metric.Value), unit = words.FormatOf(metric).Unit;
        return unit.Length > 1 && text.EndsWith(unit, StringComparison.Ordinal)
            ? Markup.Of($"{text[..^unit.Length].TrimEnd()} <span class=\"unit\">{unit}</span>")
            : Markup.Of($"{text}");
    }

    private static Markup Card(Metric metric, NotebookReport report) => Markup.Of($"""
        <div class="card" title="{metric.Definition}">
        <div class="label">{report.Words.LabelOf(metric)}</div>
        <div class="value">{Value(metric, report.Words)}{Sparkline.Write(metric, report.Since)}</div>
        {ChangeLine.Write(metric, report)}
        {Markup.ForEach(Evidence(metric, report.Words), line => Markup.Of($"<div class=\"evidence\">{line}</div>"))}
        </div>
        """);

    private static Markup More(int count, Words words) => count <= 0 ? Markup.Empty : Markup.Of($"<p class=\"more\"><a href=\"#about\">{words.MoreKeyNumbers(count)}</a></p>");

    private static IEnumerable<string> Evidence(Metric metric, Words words)
    {
        if (metric.Interval is { } interval)
            yield return $"{words.LevelInterval(Format.Percent(0).Write(interval.Level))} {interval.Write(words.FormatOf(metric))}";
        if (metric.N is { } n)
            yield return $"n = {Format.Count.Write(n)}";
    }
}
