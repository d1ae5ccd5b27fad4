using System.Globalization;
using UserOps.Display;
using UserOps.Reports.Comparison;

namespace UserOps.Reports.Pages;

/// <summary>The values of a metric over the comparable runs so far, as a line the height of a word.</summary>
internal static class Sparkline
{
    private const int FewestRuns = 3, MostRuns = 26, Width = 72, Height = 20, Margin = 3;

    public static Markup Write(Metric metric, SinceLastTime? since) =>
        since?.Lines.GetValueOrDefault(metric.Name) is { Count: >= FewestRuns } all ? Draw(metric, [.. all.TakeLast(MostRuns)]) : Markup.Empty;

    private static Markup Draw(Metric metric, double[] values) => Markup.Of($"""
        <svg class="sparkline" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" role="img" aria-label="{values.Length} runs: from {metric.Format.Write(values[0])} to {metric.Format.Write(values[^1])}"><polyline points="{Points(values)}"/><circle cx="{X(values, values.Length - 1)}" cy="{Y(values, values[^1])}" r="2.2"/></svg>
        """);

    private static string Points(double[] values) => string.Join(' ', values.Select((value, i) => $"{X(values, i)},{Y(values, value)}"));

    private static string X(double[] values, int i) => Number(Margin + (Width - 2.0 * Margin) * i / (values.Length - 1));

    private static string Y(double[] values, double value)
    {
        var (low, high) = ValueRange.Of(values);
        return Number(high > low ? Height - Margin - (Height - 2.0 * Margin) * (value - low) / (high - low) : Height / 2.0);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
