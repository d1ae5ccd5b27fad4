using System.Text;

namespace UserOps.Display;

internal static class MetricRendering
{
    public static MimeBundle Render(Metric metric) =>
        MimeBundle.Of(Text(metric), Html.Style + Card(metric)).With(MimeBundle.Metric, metric.ToJson());

    public static string Text(Metric metric) =>
        $"{metric.Label ?? metric.Name}: {metric.Format.Write(metric.Value)}" + (Evidence(metric) is { Length: > 0 } evidence ? $" ({evidence})" : "");

    private static string Card(Metric metric)
    {
        var html = new StringBuilder("<div class=\"userops-metric\" data-metric=\"").Append(Html.Encode(metric.Name)).Append("\"><span>")
            .Append(Html.EncodeLines(metric.Label ?? metric.Name)).Append("</span><b>").Append(Html.Encode(metric.Format.Write(metric.Value))).Append("</b>");
        foreach (string? line in (string?[])[Evidence(metric), metric.Definition])
            if (!string.IsNullOrEmpty(line))
                html.Append("<small>").Append(Html.EncodeLines(line)).Append("</small>");
        return html.Append("</div>").ToString();
    }

    private static string Evidence(Metric metric)
    {
        var parts = new List<string>();
        if (metric.Interval is { } interval)
            parts.Add($"{Format.Percent(0).Write(interval.Level)} interval {interval.Write(metric.Format)}");
        else if (metric.StandardError is { } error)
            parts.Add("standard error " + ErrorFormat(metric).Write(metric.Unit == "fraction" ? error * 100 : error));
        if (metric.N is { } n)
            parts.Add("n = " + Format.Count.Write(n));
        return string.Join(", ", parts);
    }

    // Errors are much smaller than what they belong to: two more figures show them.
    private static Format ErrorFormat(Metric metric) => metric.Format.Kind switch
    {
        FormatKind.Percent => Format.Number(3, "pp"),
        FormatKind.Number => Format.Number(metric.Format.Digits + 2, metric.Format.Unit),
        _ => metric.Format,
    };
}
