using UserOps.Display;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Integrity;
using UserOps.Experiments.Reporting;
using UserOps.Experiments.Sequential;

namespace UserOps.Experiments.Views;

/// <summary>Intervals of the deciding metric that hold on every day at once.</summary>
internal sealed class AlwaysValid(ExperimentData data, ExperimentSums sums, int arm)
{
    private readonly EffectTest _test = new() { Level = data.Question.Level };

    /// <summary>The interval of a comparison; null where its estimate is not normal yet, or it has no standard error.</summary>
    /// <param name="comparison">The comparison; what was known before exposure helps here too.</param>
    /// <param name="control">The moments of control that it was made from.</param>
    /// <param name="treatment">The moments of the treatment.</param>
    public Interval? Of(MetricComparison comparison, SampleMoments control, SampleMoments treatment)
    {
        if ((comparison.Cuped?.Contrast ?? comparison.Plain) is not { } contrast)
            return null;
        try
        {
            return AsymptoticSequence.Of(contrast.Absolute(_test), Evidence(control, treatment, contrast.StandardError)).Interval;
        }
        catch (InsufficientDataException)
        {
            return null;
        }
    }

    private NormalEvidence Evidence(SampleMoments control, SampleMoments treatment, double error)
    {
        if (data.Plan.Metrics[0].IsShare)
            return new NormalEvidence.Rates(Comparing.Counts(control), Comparing.Counts(treatment));
        double pull = Math.Max(Pull.Of(sums.Extremes(0, 0), control, error), Pull.Of(sums.Extremes(arm, 0), treatment, error));
        return new NormalEvidence.Values(pull * pull);
    }
}
