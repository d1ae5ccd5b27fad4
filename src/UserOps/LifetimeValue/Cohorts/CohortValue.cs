using UserOps.Statistics;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>The users whose lives began in one step, and what they brought.</summary>
/// <param name="Start">The first day of the step.</param>
/// <param name="Users">How many users.</param>
/// <param name="Cells">Net revenue by user up to each age; null where the age has not been reached by the whole cohort.</param>
public sealed record CohortValue(DateOnly Start, int Users, IReadOnlyList<MeanSums?> Cells);

/// <summary>The value curve of one channel.</summary>
/// <param name="Name">The channel; <c>(none)</c> for users without one.</param>
/// <param name="Curve">Cumulative net revenue per user by age.</param>
public sealed record ChannelCurve(string Name, ValueCurve Curve);
