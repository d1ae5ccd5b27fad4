using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Reporting;

namespace UserOps.Experiments.Views;

/// <summary>Looks at the deciding metric in segments.</summary>
internal static class Segmenting
{
    // Below so many units an arm of a segment says nothing.
    private const int Fewest = 30, Most = 20;

    public static SegmentEffectsResult Of(ExperimentData data, ExperimentSums sums, int arm, int property)
    {
        if (property >= data.Segments.Count)
            throw new MissingDataException($"Neither the exposures nor the users have a column '{data.Question.Segments[property]}'.");
        var (name, codes, _) = data.Segments[property];
        var plan = data.Plan.Metrics[0];
        if (plan.Metric.Resampled is not null)
            throw new MissingDataException("Segments are compared by sums, which a bootstrapped metric has not: let a share, mean or ratio decide.");
        (string Name, SampleMoments Control, SampleMoments Treatment)[] groups =
        [
            .. codes.Names.Select((group, i) => (group, sums.OfSegment(0, property, i), sums.OfSegment(arm, property, i))).Where(one => one.Item2.Count + one.Item3.Count > 0)
                .OrderByDescending(one => one.Item2.Count + one.Item3.Count).ThenBy(one => one.group, StringComparer.Ordinal).Take(Most),
        ];
        Contrast?[] contrasts = [.. groups.Select(one => Compare(plan, one.Control, one.Treatment))];
        var test = new EffectTest { Level = data.Question.Level };
        return new()
        {
            Property = name,
            Metric = plan.Metric,
            Arm = data.Assignment.Arms[arm],
            Segments = [.. groups.Zip(contrasts, (one, contrast) => new SegmentEffect(one.Name, contrast?.Absolute(test), one.Control.Count, one.Treatment.Count))],
            InteractionPValue = SegmentEffectsResult.Interaction(contrasts.OfType<Contrast>()),
            Level = data.Question.Level,
        };
    }

    /// <summary>The deciding metric weighted over the combinations of the properties that were named; null where there are none or it cannot be.</summary>
    public static StratifiedEffect? Stratify(ExperimentData data, ExperimentSums sums, int arm)
    {
        if (data.Segments.Count == 0 || data.Plan.Metrics[0].IsRatio || data.Metrics[0].Resampled is not null)
            return null;
        try
        {
            var (contrast, leftOut) = Stratified.OfMeans(Enumerable.Range(0, sums.Strata.Count).Select(i => (sums.OfStratum(0, i), sums.OfStratum(arm, i))).Where(one => one.Item1.Count + one.Item2.Count > 0));
            return new(data.Assignment.Arms[arm], [.. data.Segments.Take(sums.Strata.Properties).Select(one => one.Property)], contrast, leftOut);
        }
        catch (InsufficientDataException)
        {
            return null;
        }
    }

    private static Contrast? Compare(MetricPlan plan, SampleMoments control, SampleMoments treatment)
    {
        if (control.Count < Fewest || treatment.Count < Fewest || !(control.Variance() + treatment.Variance() > 0))
            return null;
        if (!plan.IsRatio)
            return Contrast.OfMeans(control.Select(0), treatment.Select(0));
        return control.Mean(1) > 0 && treatment.Mean(1) > 0 ? Contrast.OfRatios(control.Select(0, 1), treatment.Select(0, 1)) : null;
    }
}
