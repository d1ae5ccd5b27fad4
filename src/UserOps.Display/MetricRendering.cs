namespace UserOps.Display;

internal static class MetricRendering
{
    public static MimeBundle Render(Metric metric) => MimeBundle.Of(FormattableString.Invariant($"{metric.Label ?? metric.Name}: {metric.Value} {metric.Unit}"));
}
