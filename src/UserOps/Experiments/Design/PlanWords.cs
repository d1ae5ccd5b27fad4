using UserOps.Display;

namespace UserOps.Experiments.Design;

/// <summary>A plan in words.</summary>
internal static class PlanWords
{
    public static Format EffectFormat(this ExperimentPlan plan) =>
        plan.Scale == EffectScale.Relative ? Format.Percent() : plan.Metric is PlannedMetric.Proportion ? Format.Points(2) : Format.Number(4);

    /// <summary>The small print under a table of a plan.</summary>
    public static string Describe(this ExperimentPlan plan) => string.Join(" · ", Parts(plan));

    private static IEnumerable<string> Parts(ExperimentPlan plan)
    {
        yield return plan.Metric switch
        {
            PlannedMetric.Proportion rate => $"rate of {Format.Percent(2).Write(rate.Baseline)} today, pooled z test",
            PlannedMetric.Mean mean => $"mean of {Number(mean.Baseline)} ± {Number(mean.StandardDeviation)} today, t test",
            _ => $"ratio of {Number(plan.Metric.Baseline)} ± {Number(plan.Metric.Deviation)} today, delta method, t test",
        };
        yield return plan.Scale == EffectScale.Relative ? "effect relative to control" : "effect in the unit of the metric";
        yield return $"power {Caption.PerCent(plan.Power)}, level {Caption.PerCent(plan.Level)}, {(plan.Alternative == Alternative.TwoSided ? "two-sided" : "one-sided")}";
        if (plan.CovariateCorrelation != 0)
            yield return $"CUPED with a covariate correlated {Number(plan.CovariateCorrelation)}";
        if (plan.UsersPerDay is { } daily)
            yield return $"{Format.Count.Write(daily)} users a day";
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:0.####}");
}
