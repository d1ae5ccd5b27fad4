using MathNet.Numerics.RootFinding;

namespace UserOps.Experiments.Design;

/// <summary>How many users and days an experiment needs, and what it can find with those it gets.</summary>
/// <remarks>
/// Rates by the pooled z test, means and ratios by the t test with equal spread in all arms. A variance taken from a quiet period, or from users who are active
/// more often than those who enter later, makes the plan too small.
/// </remarks>
public static class PlanAnalysis
{
    private const double Most = 1e12;

    /// <summary>The users needed to find the effect of the plan, with larger and smaller effects beside it.</summary>
    /// <exception cref="UserOpsException">A number of the plan is out of its range.</exception>
    public static SampleSizeResult Size(this ExperimentPlan plan)
    {
        PlannedArms[] sizes = [.. Factors(plan.Checked()).Select(factor => (plan with { Effect = plan.Effect * factor }).Arms())];
        return new() { Plan = plan, Sizes = sizes };
    }

    /// <summary>The smallest effect that the plan finds with the traffic of each number of weeks.</summary>
    /// <param name="plan">The plan; its own effect only says on which side.</param>
    /// <param name="weeks">Up to how many weeks, 1 or more.</param>
    /// <exception cref="UserOpsException">A number of the plan is out of its range, or it does not say how many users come a day.</exception>
    public static DetectableEffectResult DetectableByWeek(this ExperimentPlan plan, int weeks = 8)
    {
        double daily = plan.Checked().UsersPerDay ?? throw new UserOpsException($"{nameof(ExperimentPlan.UsersPerDay)} is not given; how many users enter a day is needed.");
        Require.That(weeks >= 1, $"{weeks} weeks; 1 or more are needed");
        return new()
        {
            Plan = plan,
            Weeks = [.. Enumerable.Range(1, weeks).Select(week => new DetectableEffect(week, (long)(7 * week * daily), plan.MinimumDetectableEffect(PerTreatment(plan, 7 * week * daily))))],
        };
    }

    /// <summary>Users of one treatment, a fraction before rounding, with which the plan finds its effect.</summary>
    /// <exception cref="UserOpsException">A number of the plan is out of its range, or more than 10¹² users would be needed.</exception>
    public static double UsersPerTreatment(this ExperimentPlan plan)
    {
        plan.Checked();
        double high = Least(plan);
        while (high < Most && plan.PowerWith(high) < plan.Power)
            high *= 2;
        Require.That(high < Most, $"an effect of {plan.AbsoluteEffect}, for which more than 10¹² users would be needed; plan for a larger one");
        return high <= Least(plan) ? high : Math.Exp(Brent.FindRoot(logUsers => plan.PowerWith(Math.Exp(logUsers)) - plan.Power, Math.Log(high / 2), Math.Log(high), 1e-12, 200));
    }

    /// <summary>The chance to find the effect of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="usersPerTreatment">Users of one treatment, above 1.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public static double PowerWith(this ExperimentPlan plan, double usersPerTreatment)
    {
        plan.Checked();
        double control = usersPerTreatment * plan.ControlWeight, effect = plan.AbsoluteEffect;
        return plan.Metric is PlannedMetric.Proportion
            ? TwoArmPower.Rates(plan.Metric.Baseline, plan.Metric.Baseline + effect, control / plan.VarianceLeft, usersPerTreatment / plan.VarianceLeft, plan.Alpha, plan.Alternative)
            : TwoArmPower.Means(effect / (plan.Metric.Deviation * Math.Sqrt(plan.VarianceLeft)), control, usersPerTreatment, plan.Alpha, plan.Alternative);
    }

    /// <summary>The smallest effect, on the scale and side of the plan, that is found with the power of the plan; null where even the largest possible rate is not.</summary>
    /// <param name="plan">The plan; its own effect only says on which side.</param>
    /// <param name="usersPerTreatment">Users of one treatment, above 1.</param>
    /// <exception cref="UserOpsException">A number is out of its range.</exception>
    public static double? MinimumDetectableEffect(this ExperimentPlan plan, double usersPerTreatment)
    {
        double side = Math.Sign(plan.Checked().AbsoluteEffect), baseline = plan.Metric.Baseline, room = side > 0 ? 1 - baseline : baseline;
        double largest = plan.Metric is PlannedMetric.Proportion ? room * (1 - 1e-9) : 1e6 * plan.Metric.Deviation;
        double Gap(double size) => (plan with { Scale = EffectScale.Absolute, Effect = side * size }).PowerWith(usersPerTreatment) - plan.Power;
        if (Gap(largest) < 0)
            return null;
        double found = side * Math.Exp(Brent.FindRoot(logSize => Gap(Math.Exp(logSize)), Math.Log(largest * 1e-15), Math.Log(largest), 1e-12, 500));
        return plan.Scale == EffectScale.Absolute ? found : found / baseline;
    }

    // A lifetime.
    private const int MostDays = 36_500;

    internal static PlannedArms Arms(this ExperimentPlan plan)
    {
        long treatment = (long)Math.Ceiling(plan.UsersPerTreatment() - 1e-6), control = (long)Math.Ceiling(plan.UsersPerTreatment() * plan.ControlWeight - 1e-6);
        long total = control + plan.Treatments * treatment;
        double? days = plan.UsersPerDay is { } daily ? Math.Ceiling(total / daily) : null;
        return days > MostDays ? throw new InsufficientDataException(FormattableString.Invariant($"{plan.UsersPerDay} users a day for {total} users"), FormattableString.Invariant($"an end within {MostDays} days"), "Look for a larger effect, or take a metric that varies less.")
            : new(plan.Effect, control, treatment, total, (int?)days);
    }

    private static double PerTreatment(ExperimentPlan plan, double total) => total / (plan.Treatments + plan.ControlWeight);

    /// <summary>The fewest users of a treatment for which a t test exists, both arms above one user.</summary>
    private static double Least(ExperimentPlan plan) => 1.5 * Math.Max(1, 1 / plan.ControlWeight);

    private static IEnumerable<double> Factors(ExperimentPlan plan) => new[] { 0.5, 0.75, 1, 1.5, 2 }.Where(factor =>
        plan.Metric is not PlannedMetric.Proportion || plan.Metric.Baseline + factor * plan.AbsoluteEffect is > 0 and < 1);
}
