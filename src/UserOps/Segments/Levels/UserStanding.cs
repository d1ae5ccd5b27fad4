namespace UserOps.Segments.Levels;

/// <summary>Where a user stands at a date: what levels and stages are told from.</summary>
/// <param name="Orders">Orders so far, or the events that stand for them.</param>
/// <param name="RecentOrders">Those of them in the last days that the definition asks for.</param>
/// <param name="DaysSinceFirstOrder">Whole days since the first of them; null without any.</param>
/// <param name="SilentDays">Whole days since the last activity, order or sign-up.</param>
public readonly record struct UserStanding(int Orders, int RecentOrders, int? DaysSinceFirstOrder, int SilentDays);
