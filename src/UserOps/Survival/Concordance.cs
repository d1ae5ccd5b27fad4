namespace UserOps.Survival;

/// <summary>How often, of two users of whom one surely had the event first, the one with the higher risk had it first.</summary>
/// <param name="Value">The share, a tie of risks counting one half: 0.5 is chance, 1 is perfect.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Pairs">How many pairs could be compared.</param>
/// <remarks>F. E. Harrell et al. (1982), JAMA 247; the error is the infinitesimal jackknife, as in R's <c>concordance</c>.</remarks>
public sealed record Concordance(double Value, double StandardError, long Pairs);
