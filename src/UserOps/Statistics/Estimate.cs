using UserOps.Display;

namespace UserOps.Statistics;

/// <summary>A number estimated from data, with its interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Interval">Its interval; null where the data give none.</param>
public readonly record struct Estimate(double Value, Interval? Interval);
