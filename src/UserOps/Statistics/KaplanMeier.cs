using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The survival function at a time at which at least one event happened.</summary>
/// <param name="Time">The time since the start, in the unit of the durations.</param>
/// <param name="AtRisk">How many were still under observation without the event just before it.</param>
/// <param name="Events">How many had the event at it.</param>
/// <param name="Survival">The share that is without the event after it, a fraction.</param>
/// <param name="Spread">By how much the log of −log survival may be off, at the level of the fit; 0 where survival is 0.</param>
public readonly record struct SurvivalPoint(double Time, int AtRisk, int Events, double Survival, double Spread)
{
    /// <summary>The lower bound of the pointwise interval.</summary>
    public double Lower => Math.Pow(Survival, Math.Exp(Spread));

    /// <summary>The upper bound of the pointwise interval.</summary>
    public double Upper => Math.Pow(Survival, Math.Exp(-Spread));
}

/// <summary>The product-limit estimate of the time to an event when some have not had it by the end of observation.</summary>
/// <remarks>
/// E. L. Kaplan and P. Meier (1958), "Nonparametric estimation from incomplete observations", JASA 53. Pointwise intervals on the
/// log(−log) scale with Greenwood's variance; the interval of the median by R. Brookmeyer and J. Crowley (1982), Biometrics 38.
/// It assumes that those who left observation are as likely to have the event later as those who stayed.
/// </remarks>
public sealed class KaplanMeier
{
    private KaplanMeier(int count, double level, SurvivalPoint[] points) => (Count, Level, Points) = (count, level, points);

    /// <summary>How many were observed.</summary>
    public int Count { get; }

    /// <summary>The longest duration: nothing is known beyond it. 0 where nobody was observed.</summary>
    public double LastTime { get; private init; }

    /// <summary>The confidence level of the intervals.</summary>
    public double Level { get; }

    /// <summary>One point for each time with an event, in order.</summary>
    public IReadOnlyList<SurvivalPoint> Points { get; }

    /// <summary>The first time at which at most half are without the event; null where that was not reached.</summary>
    public double? Median => FirstAtMostHalf(point => point.Survival);

    /// <summary>The interval of the median; its upper bound is infinite where it was not reached; null without a lower bound.</summary>
    public Interval? MedianInterval =>
        FirstAtMostHalf(point => point.Lower) is { } lower ? new(lower, FirstAtMostHalf(point => point.Upper) ?? double.PositiveInfinity, Level) : null;

    /// <summary>The share without the event at a time: 1 before the first event.</summary>
    public double SurvivalAt(double time) => PointAt(time)?.Survival ?? 1;

    /// <summary>The last point at or before a time, null before the first event.</summary>
    public SurvivalPoint? PointAt(double time)
    {
        int low = 0, high = Points.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Points[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }
        return low == 0 ? null : Points[low - 1];
    }

    /// <summary>Estimates the survival function.</summary>
    /// <param name="durations">The time to the event, or to the end of observation; zero or more.</param>
    /// <param name="observed">Whether the event was seen; false where observation ended first.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public static KaplanMeier Fit(ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed, double level = 0.95)
    {
        if (durations.Length != observed.Length)
            throw new ArgumentException($"{durations.Length} durations but {observed.Length} marks of observation: one for each is needed.", nameof(observed));
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, such as 0.95.");
        double z = Normal.InvCDF(0, 1, 0.5 + level / 2);
        if (IsSorted(durations))
            return new(durations.Length, level, Steps(durations, observed, z)) { LastTime = durations.IsEmpty ? 0 : durations[^1] };
        double[] times = durations.ToArray();
        bool[] events = observed.ToArray();
        Array.Sort(times, events);
        return new(times.Length, level, Steps(times, events, z)) { LastTime = times[^1] };
    }

    private static SurvivalPoint[] Steps(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double z)
    {
        if (times.Length > 0 && !(times[0] >= 0))
            throw new ArgumentOutOfRangeException(nameof(times), times[0], "Durations must be zero or more.");
        var points = new SurvivalPoint[events.Count(true)];
        double survival = 1, variance = 0;
        int count = 0;
        for (int start = 0, end; start < times.Length; start = end)
        {
            int died = 0;
            for (end = start; end < times.Length && times[end] == times[start]; end++)
                died += events[end] ? 1 : 0;
            if (died == 0)
                continue;
            int atRisk = times.Length - start;
            survival *= 1 - (double)died / atRisk;
            variance += died / ((double)atRisk * (atRisk - died));
            points[count++] = new(times[start], atRisk, died, survival, survival > 0 ? z * Math.Sqrt(variance) / -Math.Log(survival) : 0);
        }
        return count == points.Length ? points : points[..count];
    }

    private static bool IsSorted(ReadOnlySpan<double> times)
    {
        for (int i = 1; i < times.Length; i++)
            if (!(times[i] >= times[i - 1]))
                return false;
        return true;
    }

    private double? FirstAtMostHalf(Func<SurvivalPoint, double> share)
    {
        foreach (var point in Points)
            if (share(point) <= 0.5)
                return point.Time;
        return null;
    }
}
