using System.Globalization;
using UserOps.Reports.Comparison;

namespace UserOps.Reports.Pages;

/// <summary>A metric over its runs: points with their intervals, joined where the runs can be compared.</summary>
internal static class HistoryChart
{
    private const int Width = 320, Height = 130, Left = 12, Right = 12, Top = 12, Bottom = 22;

    public static Markup Write(MetricHistory history) => Markup.Of($"""
        <svg class="history" viewBox="0 0 {Width} {Height}" role="img" aria-label="{history.Words.Comparison.RunsFromTo(history.Entries.Count, history.Entries[0].Day, history.Entries[^1].Day)}">
        {Markup.Join(history.Entries.Select((entry, i) => Point(history, entry, i)))}
        <text x="{Left}" y="{Height - 6}">{history.Entries[0].Day}</text>
        <text x="{Width - Right}" y="{Height - 6}" text-anchor="end">{history.Entries[^1].Day}</text>
        </svg>
        """);

    private static Markup Point(MetricHistory history, HistoryEntry entry, int i)
    {
        string x = X(history, i), y = Y(history, entry.Metric.Value);
        return Markup.Of($"""
            {(i > 0 && entry.ContinuesLine ? Markup.Of($"<line class=\"line\" x1=\"{X(history, i - 1)}\" y1=\"{Y(history, history.Entries[i - 1].Metric.Value)}\" x2=\"{x}\" y2=\"{y}\"/>") : Markup.Empty)}
            {(entry.Metric.Interval is { } interval ? Markup.Of($"<line class=\"bar\" x1=\"{x}\" y1=\"{Y(history, interval.Lower)}\" x2=\"{x}\" y2=\"{Y(history, interval.Upper)}\"/>") : Markup.Empty)}
            <circle class="{(entry.Change is { } change ? ChangeLine.ClassOf(change) : "quiet")}" cx="{x}" cy="{y}" r="3.5"><title>{entry.Day}: {history.Words.FormatOf(entry.Metric).Write(entry.Metric.Value)}</title></circle>
            """);
    }

    private static string X(MetricHistory history, int i) =>
        Number(history.Entries.Count == 1 ? Width / 2.0 : Left + (Width - Left - Right) * (double)i / (history.Entries.Count - 1));

    private static string Y(MetricHistory history, double value)
    {
        var (low, high) = ValueRange.Of(history.Entries.SelectMany(entry => new[] { Finite(entry.Metric.Interval?.Lower) ?? entry.Metric.Value, Finite(entry.Metric.Interval?.Upper) ?? entry.Metric.Value }));
        double clamped = Math.Clamp(value, low, high);
        return Number(high > low ? Height - Bottom - (Height - Top - Bottom) * (clamped - low) / (high - low) : (Height - Bottom + Top) / 2.0);
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
