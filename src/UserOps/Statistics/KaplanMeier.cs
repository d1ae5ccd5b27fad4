using MathNet.Numerics.Distributions;
using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>The product-limit estimate of the time to an event when some have not had it by the end of observation.</summary>
/// <remarks>
/// E. L. Kaplan and P. Meier (1958), "Nonparametric estimation from incomplete observations", JASA 53. Pointwise intervals with Greenwood's
/// variance; the interval of the median by R. Brookmeyer and J. Crowley (1982), Biometrics 38.
/// It assumes that those who left observation are as likely to have the event later as those who stayed.
/// </remarks>
public sealed class KaplanMeier
{
    // Shares that differ by less are equal but for rounding.
    private const double Rounding = 1e-12;

    private readonly double[] _exits;
    private readonly double[] _entries;

    private KaplanMeier(double[] exits, double[] entries, double level, SurvivalPoint[] points)
    {
        (_exits, _entries, Level, Points) = (exits, entries, level, points);
        for (int i = 0; i < points.Length; i++)
            Events += points[i].Events;
    }

    /// <summary>How many were observed.</summary>
    public int Count => _exits.Length;

    /// <summary>How many had the event.</summary>
    public int Events { get; }

    /// <summary>The longest duration: nothing is known beyond it. 0 where nobody was observed.</summary>
    public double LastTime => _exits.Length == 0 ? 0 : _exits[^1];

    /// <summary>The confidence level of the intervals.</summary>
    public double Level { get; }

    /// <summary>One point for each time with an event, in order.</summary>
    public IReadOnlyList<SurvivalPoint> Points { get; }

    /// <summary>The time by which half have had the event, the middle where the curve is flat at one half; null where that was not reached.</summary>
    public double? Median => Half(point => point.Survival);

    /// <summary>The interval of the median; its upper bound is infinite where it was not reached; null without a lower bound.</summary>
    public Interval? MedianInterval =>
        Half(point => point.Lower) is { } lower ? new(lower, Half(point => point.Upper) ?? double.PositiveInfinity, Level) : null;

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

    /// <summary>How many are under observation without the event just before a time.</summary>
    public int AtRisk(double time) => Sorted.CountFrom(_exits, time) - Sorted.CountFrom(_entries, time);

    /// <summary>The mean time without the event within a horizon.</summary>
    /// <param name="until">The horizon; the longest duration when absent.</param>
    /// <exception cref="InsufficientDataException">The horizon lies beyond the longest duration and the curve has not reached 0: the area there is unknown.</exception>
    /// <remarks>Standard error of the area by Greenwood's variance: J. P. Klein and M. L. Moeschberger (2003), "Survival Analysis", section 4.5.</remarks>
    public RestrictedMean RestrictedMean(double? until = null) => Area.Under(this, until ?? LastTime);

    /// <summary>Estimates the survival function.</summary>
    /// <param name="durations">The time to the event, or to the end of observation; zero or more.</param>
    /// <param name="observed">Whether the event was seen; false where observation ended first.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="band">The scale of the pointwise intervals.</param>
    /// <param name="entries">When each came under observation, before its duration ends; all from the start when empty.</param>
    public static KaplanMeier Fit(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed, double level = 0.95, SurvivalBand band = SurvivalBand.LogLog,
        ReadOnlySpan<double> entries = default)
    {
        Check(durations, observed, level, entries);
        double[] times = durations.ToArray(), starts = entries.ToArray();
        bool[] events = observed.ToArray();
        if (!Sorted.Is(durations))
            Array.Sort(times, events);
        Array.Sort(starts);
        if (times.Length > 0 && !(times[0] >= 0))
            throw new UserOpsException(FormattableString.Invariant($"There is a duration of {times[0]}; durations are zero or more."));
        return new(times, starts, level, Steps(times, events, starts, new(level, band)));
    }

    private static void Check(ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed, double level, ReadOnlySpan<double> entries)
    {
        if (durations.Length != observed.Length)
            throw new ArgumentException($"{durations.Length} durations but {observed.Length} marks of observation: one for each is needed.", nameof(observed));
        ConfidenceLevel.Check(level);
        if (!entries.IsEmpty && entries.Length != durations.Length)
            throw new ArgumentException($"{durations.Length} durations but {entries.Length} entries: one for each is needed, or none.", nameof(entries));
        for (int i = 0; i < entries.Length; i++)
            if (!(entries[i] < durations[i]))
                throw new UserOpsException(FormattableString.Invariant($"Observation begins at {entries[i]}; it must begin before the duration {durations[i]} ends."));
    }

    private static SurvivalPoint[] Steps(double[] times, bool[] events, double[] entries, SurvivalBounds bounds)
    {
        List<SurvivalPoint> points = [];
        double survival = 1, variance = 0;
        for (int start = 0, end; start < times.Length; start = end)
        {
            int died = 0;
            for (end = start; end < times.Length && times[end] == times[start]; end++)
                died += events[end] ? 1 : 0;
            if (died == 0)
                continue;
            int atRisk = times.Length - start - Sorted.CountFrom(entries, times[start]);
            survival *= 1 - (double)died / atRisk;
            variance += died / ((double)atRisk * (atRisk - died));
            (double lower, double upper) = bounds.Of(survival, variance);
            points.Add(new(times[start], atRisk, died, survival, survival > 0 ? survival * Math.Sqrt(variance) : double.NaN, lower, upper));
        }
        return [.. points];
    }

    private double? Half(Func<SurvivalPoint, double> share)
    {
        double? flat = null;
        foreach (var point in Points)
        {
            double value = share(point);
            if (flat is { } from && value < 0.5 - Rounding)
                return (from + point.Time) / 2;
            if (value < 0.5 - Rounding)
                return point.Time;
            if (value <= 0.5 + Rounding)
                flat ??= point.Time;
        }
        return flat;
    }
}

/// <summary>The pointwise interval of a survival share on one of the scales.</summary>
internal readonly struct SurvivalBounds(double level, SurvivalBand band)
{
    private readonly double _z = Normal.InvCDF(0, 1, 0.5 + level / 2);

    /// <param name="survival">The share.</param>
    /// <param name="variance">The variance of its logarithm.</param>
    public (double Lower, double Upper) Of(double survival, double variance)
    {
        if (!(survival > 0))
            return (double.NaN, double.NaN);
        double spread = _z * Math.Sqrt(variance);
        if (band == SurvivalBand.Plain)
            return (Math.Max(0, survival * (1 - spread)), Math.Min(1, survival * (1 + spread)));
        if (band == SurvivalBand.Log)
            return (survival * Math.Exp(-spread), Math.Min(1, survival * Math.Exp(spread)));
        double ratio = survival < 1 ? Math.Exp(spread / -Math.Log(survival)) : 1;
        return (Math.Pow(survival, ratio), Math.Pow(survival, 1 / ratio));
    }
}
