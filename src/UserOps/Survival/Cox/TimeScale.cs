using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>A function of time at the times with events, less its mean over the events.</summary>
internal static class TimeScale
{
    public static Dictionary<double, double> Of(CoxRows rows, TimeTransform transform)
    {
        double[] events = [.. rows.Stops.Where((_, row) => rows.Events[row])];
        if (transform == TimeTransform.Log && events.Min() <= 0)
            throw new UserOpsException("An event at time 0 has no logarithm. Use another scale of time, such as TimeTransform.KaplanMeier.");
        var function = Function(rows, transform);
        var values = events.Distinct().ToDictionary(time => time, function);
        double mean = events.Average(time => values[time]);
        return values.ToDictionary(pair => pair.Key, pair => pair.Value - mean);
    }

    private static Func<double, double> Function(CoxRows rows, TimeTransform transform)
    {
        if (transform == TimeTransform.Identity)
            return time => time;
        if (transform == TimeTransform.Log)
            return Math.Log;
        if (transform == TimeTransform.Rank)
        {
            double[] sorted = [.. rows.Stops.Order()];
            return time => (Sorted.PlaceOf(sorted, time) + 1 + Sorted.PlaceOf(sorted, Math.BitIncrement(time))) / 2.0;
        }
        var curve = KaplanMeier.Fit(rows.Stops, rows.Events, entries: rows.HasEntries ? rows.Entries : []);
        return time => 1 - curve.SurvivalAt(Math.BitDecrement(time));
    }
}
