using UserOps.Experiments.Collecting;

namespace UserOps.Experiments.Integrity;

/// <summary>How far the largest single unit moves the difference between arms, in standard errors of it.</summary>
internal static class Pull
{
    /// <summary>Beyond this much one unit makes or breaks the result, and the normal interval misses its level.</summary>
    public const double Limit = 0.5;

    public static double Of(ExperimentData data, ExperimentSums sums, int arm, int metric)
    {
        if (data.Plan.Metrics[metric].IsShare)
            return 0;
        SampleMoments own = sums.Moments(arm, metric), control = sums.Moments(arm == 0 ? 1 : 0, metric);
        if (own.Count < 2 || control.Count < 2)
            return 0;
        double error = Math.Sqrt(own.Variance() / own.Count + control.Variance() / control.Count);
        return Of(sums.Extremes(arm, metric), own, error);
    }

    /// <summary>The same from the extremes and moments of an arm, and the standard error of the difference.</summary>
    public static double Of((double Highest, double Lowest) extremes, SampleMoments own, double error) =>
        error > 0 ? Math.Max(extremes.Highest - own.Mean(), own.Mean() - extremes.Lowest) / own.Count / error : 0;
}
