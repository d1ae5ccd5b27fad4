using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Metrics;
using UserOps.Experiments.Multiplicity;
using UserOps.Experiments.Resampling;
using UserOps.Statistics;

namespace UserOps.Experiments.Reporting;

/// <summary>Compares the metrics of an experiment between its arms.</summary>
internal sealed class Comparing(ExperimentData data, ExperimentSums sums)
{
    // With fewer users for each covariate, coefficients fitted to chance make false alarms: 7 % for 5 % at 20 users an arm and 3 covariates.
    private const int UnitsForCovariate = 20;

    private readonly EffectTest _test = new() { Level = data.Question.Level };

    /// <summary>Each treatment by each metric, p-values corrected.</summary>
    public MetricComparison[] All() => Corrected([.. Enumerable.Range(1, data.Assignment.Arms.Length - 1).SelectMany(arm => data.Metrics.Select((_, metric) => One(arm, metric)))]);

    private MetricComparison One(int arm, int metric)
    {
        SampleMoments control = sums.Moments(0, metric), treatment = sums.Moments(arm, metric);
        var plan = data.Plan.Metrics[metric];
        var bare = new MetricComparison
        {
            Metric = plan.Metric,
            Arm = data.Assignment.Arms[arm],
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Control = plan.Metric.Resampled is null ? Value(plan, control) : null,
            Treatment = plan.Metric.Resampled is null ? Value(plan, treatment) : null,
        };
        try
        {
            RefuseNegative(plan, arm, metric);
            if (plan.Metric.Resampled is { } statistic)
                return Resample(bare, statistic, plan, arm, metric);
            var found = Compare(bare, plan, control, treatment, arm, metric);
            return found with { MarginPValue = IsGuarded(found) ? MarginTest.PValue(found, data) : null };
        }
        catch (InsufficientDataException refusal)
        {
            return bare with { Refusal = refusal.Message };
        }
    }

    /// <summary>The comparison from moments alone; also of parts such as the users up to a day.</summary>
    /// <exception cref="InsufficientDataException">There is too little to compare.</exception>
    public MetricComparison Compare(MetricComparison bare, MetricPlan plan, SampleMoments control, SampleMoments treatment, int arm, int metric)
    {
        if (plan.IsShare)
            return Share(bare, plan, control, treatment);
        var cuped = Adjusted(plan, control, treatment);
        var plain = cuped?.Plain ?? (plan.IsRatio ? Contrast.OfRatios(control, treatment) : Contrast.OfMeans(control.Select(0), treatment.Select(0)));
        var contrast = cuped?.Contrast ?? plain;
        var relative = contrast.Relative(RelativeMethod.Fieller, _test);
        return bare with
        {
            Effect = new(contrast.Absolute(_test), relative),
            Plain = plain,
            Cuped = cuped,
            Notes = [.. HeavyTail(arm, metric), .. TooFew(plan, control, treatment), .. relative is null ? ["Control is too near 0 for a relative effect: read the difference."] : (string[])[]],
        };
    }

    // Zeros and ones also have means: they serve the other methods, the effect itself is that of counts.
    private MetricComparison Share(MetricComparison bare, MetricPlan plan, SampleMoments control, SampleMoments treatment)
    {
        (ProportionCounts Control, ProportionCounts Treatment) counts = (Counts(control), Counts(treatment));
        var share = ProportionEffects.Between(counts.Control, counts.Treatment, _test);
        bool varies = control.Count > 1 && treatment.Count > 1 && control.Variance() + treatment.Variance() > 0;
        var cuped = varies ? Adjusted(plan, control, treatment) : null;
        return bare with
        {
            Effect = share,
            Counts = counts,
            Plain = cuped?.Plain ?? (varies ? Contrast.OfMeans(control.Select(0), treatment.Select(0)) : null),
            Cuped = cuped,
            Notes = [.. share.Absolute.Notes, .. TooFew(plan, control, treatment)],
        };
    }

    public static ProportionCounts Counts(SampleMoments moments) => new((long)Math.Round(moments.Sum()), moments.Count);

    // Covariates that nobody has yet explain nothing.
    private static Cuped? Adjusted(MetricPlan plan, SampleMoments control, SampleMoments treatment) =>
        plan.Covariates > 0 && HasEnough(plan, control, treatment) && Adjust(plan, control, treatment) is var cuped && cuped.Coefficients.Any(theta => theta != 0) ? cuped : null;

    private static bool HasEnough(MetricPlan plan, SampleMoments control, SampleMoments treatment) => Math.Min(control.Count, treatment.Count) >= UnitsForCovariate * plan.Covariates;

    private static IEnumerable<string> TooFew(MetricPlan plan, SampleMoments control, SampleMoments treatment)
    {
        if (plan.Covariates > 0 && !HasEnough(plan, control, treatment))
            yield return $"Covariates are left in: {Math.Min(control.Count, treatment.Count)} units in the smaller arm, and {UnitsForCovariate * plan.Covariates} are needed for {plan.Covariates} of them.";
    }

    private static Cuped Adjust(MetricPlan plan, SampleMoments control, SampleMoments treatment) =>
        !plan.IsRatio ? Cuped.OfMeans(control, treatment)
        : plan.HasEarlierRatio && control.Mean(3) > 0 && treatment.Mean(3) > 0 ? Cuped.OfRatiosByEarlierRatio(control, treatment)
        : Cuped.OfRatios(control, treatment);

    private static double? Value(MetricPlan plan, SampleMoments moments) =>
        moments.Count == 0 ? null : !plan.IsRatio ? moments.Mean() : moments.Mean(1) == 0 ? null : moments.Mean() / moments.Mean(1);

    private MetricComparison Resample(MetricComparison bare, ArmStatistic statistic, MetricPlan plan, int arm, int metric)
    {
        var values = UnitValues.Of(data, plan.Slots[0]);
        double[] control = Capped(values.ByArm[0], plan), treatment = Capped(values.ByArm[arm], plan);
        var effect = BootstrapEffects.Between(control, treatment, statistic, data.Question.Seed, _test);
        var found = bare with { Effect = effect, Control = statistic.Of(control), Treatment = statistic.Of(treatment), Notes = [.. effect.Absolute.Notes, .. statistic is ArmStatistic.Mean ? HeavyTail(arm, metric) : []] };
        return found with { MarginPValue = IsGuarded(found) ? MarginTest.PValue(found, data, control, treatment) : null };
    }

    private static double[] Capped(double[] values, MetricPlan plan) => [.. values.Select(value => Math.Min(value, plan.Cap)).Order()];

    private static bool IsGuarded(MetricComparison one) => one.Metric.Role == MetricRole.Guardrail && one.Effect is not null;

    private void RefuseNegative(MetricPlan plan, int arm, int metric)
    {
        if (!plan.IsRatio || plan.Metric is not ExperimentMetric.Ratio ratio || data.Plan.Slots[plan.Slots[1]].Of is Measure.Orders or Measure.Events or Measure.Rows)
            return;
        if (UnitValues.Of(data, plan.Slots[1]).ByArm.Any(values => values.Any(value => value < 0)))
            throw new InsufficientDataException($"a negative {ratio.Per.Describe()} under '{ratio.Name}'", "denominators of zero or more", "Clean the column, or choose another denominator.");
    }

    private IEnumerable<string> HeavyTail(int arm, int metric)
    {
        double pull = Math.Max(Pull.Of(data, sums, 0, metric), Pull.Of(data, sums, arm, metric));
        if (pull > Pull.Limit)
            yield return FormattableString.Invariant($"Heavy tail: one unit moves this effect by {pull:0.0} standard errors, so the interval holds the truth less often than it says.");
    }

    // The deciding metric stands alone: the others explain it and take nothing from it.
    private MetricComparison[] Corrected(MetricComparison[] all)
    {
        foreach (bool decides in new[] { true, false })
        {
            int[] tested = [.. Enumerable.Range(0, all.Length).Where(i => all[i].Effect is not null && all[i].Metric.Role == MetricRole.Success && all[i].Metric == data.Metrics[0] == decides)];
            double[] adjusted = AdjustedPValues.Of([.. tested.Select(i => all[i].Effect!.Absolute.PValue)], MultiplicityMethod.Holm);
            foreach (var (place, i) in tested.Index())
                all[i] = all[i] with { AdjustedPValue = adjusted[place] };
        }
        return all;
    }
}
