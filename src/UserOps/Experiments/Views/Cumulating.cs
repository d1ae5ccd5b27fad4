using UserOps.Experiments.Collecting;
using UserOps.Experiments.Reporting;

namespace UserOps.Experiments.Views;

/// <summary>Looks at the deciding metric day by day, from sums by day alone.</summary>
internal static class Cumulating
{
    private const int MostPoints = 60;

    /// <exception cref="MissingDataException">The data do not say when units were exposed.</exception>
    /// <exception cref="InsufficientDataException">No day has enough users to compare.</exception>
    public static CumulativeResult Of(ExperimentData data, ExperimentSums sums, int arm)
    {
        var plan = data.Plan.Metrics[0];
        if (data.Assignment.At is null)
            throw new MissingDataException("The view over days needs the time of exposure: name its column (at).");
        if (plan.Metric.Resampled is not null)
            throw new MissingDataException("The view over days is made of sums, which a bootstrapped metric has not: let a share, mean or ratio decide.");
        var comparing = new Comparing(data, sums);
        var always = new AlwaysValid(data, sums, arm);
        int step = Math.Max(1, (sums.Days + MostPoints - 1) / MostPoints);
        List<CumulativePoint> points = [];
        SampleMoments control = SampleMoments.Empty(plan.Slots.Length), treatment = SampleMoments.Empty(plan.Slots.Length);
        for (int day = 0; day < sums.Days; day++)
        {
            (control, treatment) = (control + sums.OnDay(0, 0, day), treatment + sums.OnDay(arm, 0, day));
            if ((day % step == step - 1 || day == sums.Days - 1) && Point(comparing, plan, control, treatment, arm) is { Effect.Absolute: { } effect } point)
                points.Add(new(DateOnly.FromDayNumber(sums.FirstDay + day), control.Count, treatment.Count, effect, always.Of(point, control, treatment)));
        }
        return points.Count > 0 ? new() { Metric = plan.Metric, Arm = data.Assignment.Arms[arm], Points = points, Level = data.Question.Level }
            : throw new InsufficientDataException("no day with enough users to compare", "some users of both arms who did it", "Wait for more users.");
    }

    private static MetricComparison? Point(Comparing comparing, MetricPlan plan, SampleMoments control, SampleMoments treatment, int arm)
    {
        try
        {
            var bare = new MetricComparison { Metric = plan.Metric, Arm = "", ControlCount = control.Count, TreatmentCount = treatment.Count };
            return comparing.Compare(bare, plan, control, treatment, arm, 0);
        }
        catch (InsufficientDataException)
        {
            return null;
        }
    }
}
