using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>The survival of one group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Fit">Its Kaplan–Meier estimate.</param>
/// <param name="Mean">Its mean time without the event within the horizon.</param>
public sealed record SurvivalCurve(string Name, KaplanMeier Fit, RestrictedMean Mean);
