using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Collecting;

/// <summary>A measure in the window after exposure, or in the days before it.</summary>
/// <param name="Of">The measure.</param>
/// <param name="IsBefore">Whether it is counted before exposure.</param>
internal readonly record struct Slot(Measure Of, bool IsBefore);

/// <summary>How a metric is made of the slots: which quantities of a unit its moments are taken of.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Slots">Metric or numerator, denominator of a ratio, then covariates.</param>
/// <param name="IsRatio">Whether the second quantity is a denominator.</param>
internal sealed record MetricPlan(ExperimentMetric Metric, int[] Slots, bool IsRatio)
{
    /// <summary>Values above it are cut down to it.</summary>
    public double Cap { get; init; } = double.PositiveInfinity;

    /// <summary>How many covariates there are.</summary>
    public int Covariates => Slots.Length - (IsRatio ? 2 : 1);

    /// <summary>Whether the covariates of a ratio are its numerator and denominator before exposure.</summary>
    public bool HasEarlierRatio { get; init; }

    /// <summary>Whether only "did or did not" counts.</summary>
    public bool IsShare => Metric is ExperimentMetric.Share && !IsRatio;
}

/// <summary>All slots that an experiment needs, and how its metrics use them.</summary>
internal sealed class MeasurePlan
{
    private readonly List<Slot> _slots = [];

    /// <summary>Plans the metrics.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="canLookBack">Whether measures can be counted before exposure.</param>
    /// <param name="clustered">Whether a unit has several rows, so that means are sums over rows.</param>
    public MeasurePlan(IEnumerable<ExperimentMetric> metrics, bool canLookBack, bool clustered) =>
        Metrics = [.. metrics.Select(metric => Plan(metric, canLookBack, clustered))];

    public IReadOnlyList<Slot> Slots => _slots;

    public MetricPlan[] Metrics { get; set; }

    /// <summary>The place of a slot, added where it is new.</summary>
    public int SlotOf(Measure measure, bool before = false)
    {
        var slot = new Slot(measure, before);
        int place = _slots.IndexOf(slot);
        if (place >= 0)
            return place;
        _slots.Add(slot);
        return _slots.Count - 1;
    }

    private MetricPlan Plan(ExperimentMetric metric, bool canLookBack, bool clustered)
    {
        Measure[] measures = clustered && metric is ExperimentMetric.Share or ExperimentMetric.Mean && clustered ? [.. metric.Measures, new Measure.Rows()] : metric.Measures;
        bool isRatio = measures.Length == 2;
        bool earlier = metric.Covariates is null && canLookBack && measures.All(IsCounted);
        int[] covariates = metric.Covariates is { } named ? [.. named.Select(measure => SlotOf(measure, before: IsCounted(measure)))]
            : earlier ? [.. measures.Select(measure => SlotOf(measure, before: true))] : [];
        return new(metric, [.. measures.Select(measure => SlotOf(measure)), .. covariates], isRatio) { HasEarlierRatio = isRatio && earlier };
    }

    private static bool IsCounted(Measure measure) => measure is Measure.Events or Measure.Orders or Measure.Revenue;
}
