using UserOps.Data;
using UserOps.Experiments.Collecting;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;
using UserOps.Statistics;

namespace UserOps.Experiments.Views;

/// <summary>Looks at the deciding metric by the time since exposure: each span is a window of its own.</summary>
internal static class NoveltyView
{
    private const int MostSpans = 8;

    /// <exception cref="MissingDataException">The data do not say when users did things, or a bootstrapped metric decides.</exception>
    public static NoveltyResult Of(ExperimentData data, int arm)
    {
        if (data.Export is not { } export || data.Times is not { } window || data.Assignment.At is not { } at)
            throw new MissingDataException("The view by time since exposure needs events or orders and the time of exposure.");
        var plan = data.Plan.Metrics[0];
        if (plan.Metric.Resampled is not null || Array.Exists(plan.Metric.Measures, measure => measure is Measure.Column))
            throw new MissingDataException("The view by time since exposure needs a share, mean or ratio of what users did to decide.");
        int days = (int)Math.Min(window.Within == long.MaxValue ? long.MaxValue : window.Within / TimeSpan.TicksPerDay, (window.Until - at.Min()) / TimeSpan.TicksPerDay);
        int length = Math.Max(1, (days + MostSpans - 1) / MostSpans);
        List<(NoveltySpan Span, Contrast? Contrast)> spans = [];
        for (int from = 0; from + length <= days; from += length)
            spans.Add(Span(data, export, plan, arm, window, from, from + length));
        var trend = Trend([.. spans.Select(one => one.Contrast)]);
        return new()
        {
            Metric = plan.Metric,
            Arm = data.Assignment.Arms[arm],
            Spans = [.. spans.Select(one => one.Span)],
            Slope = trend?.Slope,
            TrendPValue = trend?.P,
            Level = data.Question.Level,
        };
    }

    private static (NoveltySpan, Contrast?) Span(ExperimentData data, Dataset export, MetricPlan plan, int arm, ExposureWindow window, int from, int to)
    {
        var assignment = data.Assignment;
        long after = from * TimeSpan.TicksPerDay, until = to * TimeSpan.TicksPerDay;
        var moved = assignment with { At = Array.ConvertAll(assignment.At!, moment => moment + after) };
        Slot[] slots = Array.ConvertAll(plan.Metric.Measures, measure => new Slot(measure, false));
        var reader = new UserReader(export, moved, slots, new(until - after, window.Until, 0));
        var grid = new MomentGrid([plan with { Slots = [.. Enumerable.Range(0, slots.Length)] }], assignment.Arms.Length, reader.Origins);
        double[] values = new double[slots.Length];
        for (int unit = 0; unit < assignment.Arm.Length; unit++)
            if (assignment.Arm[unit] is var of && (of == 0 || of == arm) && assignment.At![unit] + until <= window.Until)
            {
                Array.Clear(values);
                ulong touched = reader.Read(unit, values);
                grid.Add(of, values, touched);
            }
        SampleMoments control = grid.Moments(0, 0), treatment = grid.Moments(arm, 0);
        var contrast = Varies(control, plan) && Varies(treatment, plan) ? Compare(plan, control, treatment) : null;
        return (new(from, to, contrast?.Absolute(new() { Level = data.Question.Level }), control.Count, treatment.Count), contrast);
    }

    private static bool Varies(SampleMoments moments, MetricPlan plan) => moments.Count > 1 && moments.Variance() > 0 && (!plan.IsRatio || moments.Mean(1) > 0);

    private static Contrast? Compare(MetricPlan plan, SampleMoments control, SampleMoments treatment)
    {
        try
        {
            return plan.IsRatio ? Contrast.OfRatios(control, treatment) : Contrast.OfMeans(control, treatment);
        }
        catch (InsufficientDataException)
        {
            return null;
        }
    }

    // Least squares over spans, weighted by what is known of each.
    private static (double Slope, double P)? Trend(Contrast?[] spans)
    {
        (double X, Contrast Y)[] known = [.. spans.Index().Where(one => one.Item is not null).Select(one => ((double)one.Index, one.Item!))];
        if (known.Length < 3)
            return null;
        double weight = known.Sum(one => 1 / one.Y.Variance), x = known.Sum(one => one.X / one.Y.Variance) / weight;
        double spread = known.Sum(one => (one.X - x) * (one.X - x) / one.Y.Variance);
        double slope = known.Sum(one => (one.X - x) * one.Y.Difference / one.Y.Variance) / spread;
        return (slope, Tails.PValue(slope * Math.Sqrt(spread), null, Alternative.TwoSided));
    }
}
