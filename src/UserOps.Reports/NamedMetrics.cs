using UserOps.Display;

namespace UserOps.Reports;

/// <summary>The key numbers among the outputs of a run.</summary>
internal sealed record NamedMetrics(IReadOnlyList<Metric> Metrics, IReadOnlyList<string> Warnings)
{
    public static NamedMetrics Read(IEnumerable<MimeBundle> bundles)
    {
        var byName = new OrderedDictionary<string, Metric>(StringComparer.Ordinal);
        List<string> warnings = [];
        foreach (var metric in bundles.Select(Parse).OfType<Metric>())
        {
            if (byName.ContainsKey(metric.Name))
                warnings.Add($"Metric '{metric.Name}' is named more than once; the last value counts.");
            byName[metric.Name] = metric;
        }
        return new([.. byName.Values], [.. warnings.Distinct()]);
    }

    private static Metric? Parse(MimeBundle bundle) =>
        bundle[MimeBundle.Metric] is { } json ? Metric.FromJson(json) : null;
}
