using UserOps.Display;
using UserOps.Reports.Comparison;

namespace UserOps.Reports.Pages;

/// <summary>The key numbers of a report as cards.</summary>
internal static class MetricCards
{
    private const int Most = 8;

    public static Markup Write(IReadOnlyList<Metric> metrics, SinceLastTime? since) => metrics.Count == 0 ? Markup.Empty : Markup.Of($"""
        <div class="cards">
        {Markup.ForEach(metrics.Take(Most), metric => Card(metric, since))}
        </div>
        {More(metrics.Count - Most)}
        """);

    /// <summary>The value with its unit in smaller letters.</summary>
    public static Markup Value(Metric metric)
    {
        string text = metric.Format.Write(metric.Value), unit = metric.Format.Unit;
        return unit.Length > 1 && text.EndsWith(unit, StringComparison.Ordinal)
            ? Markup.Of($"{text[..^unit.Length].TrimEnd()} <span class=\"unit\">{unit}</span>")
            : Markup.Of($"{text}");
    }

    private static Markup Card(Metric metric, SinceLastTime? since) => Markup.Of($"""
        <div class="card" title="{metric.Definition}">
        <div class="label">{metric.Label ?? metric.Name}</div>
        <div class="value">{Value(metric)}{Sparkline.Write(metric, since)}</div>
        {ChangeLine.Write(metric, since)}
        {Markup.ForEach(Evidence(metric), line => Markup.Of($"<div class=\"evidence\">{line}</div>"))}
        </div>
        """);

    private static Markup More(int count) => count <= 0 ? Markup.Empty : Markup.Of($"<p class=\"more\"><a href=\"#about\">{count} more key numbers</a></p>");

    private static IEnumerable<string> Evidence(Metric metric)
    {
        if (metric.Interval is { } interval)
            yield return $"{Format.Percent(0).Write(interval.Level)} interval {interval.Write(metric.Format)}";
        if (metric.N is { } n)
            yield return $"n = {Format.Count.Write(n)}";
    }
}
