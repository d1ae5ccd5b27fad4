namespace UserOps.Statistics;

/// <summary>The survival function at a time at which at least one event happened.</summary>
/// <param name="Time">The time since the start, in the unit of the durations.</param>
/// <param name="AtRisk">How many were under observation without the event just before it.</param>
/// <param name="Events">How many had the event at it.</param>
/// <param name="Survival">The share that is without the event after it, a fraction.</param>
/// <param name="StandardError">The standard error of the share by Greenwood's formula; NaN where survival is 0.</param>
/// <param name="Lower">The lower bound of the pointwise interval; NaN where survival is 0.</param>
/// <param name="Upper">The upper bound of the pointwise interval; NaN where survival is 0.</param>
public readonly record struct SurvivalPoint(double Time, int AtRisk, int Events, double Survival, double StandardError, double Lower, double Upper);

/// <summary>The scale on which the interval of a survival share is symmetric.</summary>
public enum SurvivalBand
{
    /// <summary>log(−log S): within 0 and 1 by itself, and closest to its level in small samples.</summary>
    LogLog,
    /// <summary>log S, cut at 1: the default of R's <c>survfit</c>.</summary>
    Log,
    /// <summary>S itself, cut at 0 and 1: too narrow in small samples.</summary>
    Plain,
}

/// <summary>The mean time without the event within a horizon: the area under the survival function up to it.</summary>
/// <param name="Value">The mean, in the unit of the durations.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Until">The horizon.</param>
/// <param name="Interval">Its normal interval, cut at 0 and the horizon.</param>
public sealed record RestrictedMean(double Value, double StandardError, double Until, Display.Interval Interval);
