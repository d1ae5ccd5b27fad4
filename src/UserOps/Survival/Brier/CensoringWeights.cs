using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The chance not to have been censored by a time: what the inverse-probability weights are made of.</summary>
internal sealed class CensoringWeights
{
    private readonly KaplanMeier _uncensored;

    public CensoringWeights(SurvivalData data)
    {
        // An event at a time comes before the censorings at it, so it leaves the risk set a moment earlier.
        double[] times = [.. data.Durations.Select((time, row) => data.Events[row] ? Before(time) : time)];
        _uncensored = KaplanMeier.Fit(times, [.. data.Events.Select(seen => !seen)]);
    }

    /// <summary>Still observed after a time.</summary>
    public double At(double time) => _uncensored.SurvivalAt(time);

    /// <summary>Still observed just before a time.</summary>
    public double JustBefore(double time) => _uncensored.SurvivalAt(Before(time));

    private static double Before(double time) => time > 0 ? Math.BitDecrement(time) : 0;
}
