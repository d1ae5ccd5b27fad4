using UserOps.Display;

namespace UserOps.Features;

/// <summary>One column of a <see cref="FeatureTable"/>: what it is called, what it means, how its values are printed.</summary>
/// <param name="Name">The name of the column, such as <c>recency_days</c>.</param>
/// <param name="Meaning">What it measures, in words, such as <c>days since the last activity</c>; the name again for a ready table.</param>
/// <param name="Format">How its values are printed.</param>
public sealed record Feature(string Name, string Meaning, Format Format);
