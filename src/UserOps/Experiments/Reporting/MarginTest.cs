using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Resampling;

namespace UserOps.Experiments.Reporting;

/// <summary>Tests that a treatment is not worse than control by its margin or more (non-inferiority), one-sided.</summary>
/// <remarks>
/// The margin is a fraction of control, which is itself uncertain: shares by the score test of Farrington and Manning, means and ratios by Fieller's statistic, others by the bootstrap. Where
/// control is negative the margin is a fraction of its size.
/// </remarks>
internal static class MarginTest
{
    /// <summary>The p-value of a worsening by the margin or more; null where it cannot be told.</summary>
    public static double? PValue(MetricComparison one, ExperimentData data, double[]? control = null, double[]? treatment = null)
    {
        double lift = (one.Metric.Better == Display.Direction.Down ? 1 : -1) * one.Metric.Margin * (one.Control < 0 ? -1 : 1);
        var worse = one.Metric.Better == Display.Direction.Down ? Alternative.Less : Alternative.Greater;
        if (one.Counts is { } counts)
            return Statistics.Tails.PValue(ScoreTest.Lift(counts.Control, counts.Treatment, Math.Max(lift, -1 + 1e-9)), null, worse);
        if ((one.Cuped?.Contrast ?? one.Plain) is { } contrast)
            return contrast.PValue(lift, worse);
        return control is null || treatment is null ? null
            : BootstrapEffects.Between(control, treatment, one.Metric.Resampled!, data.Question.Seed, new() { Level = data.Question.Level, Null = lift, Alternative = worse }).Relative?.PValue;
    }
}
