namespace UserOps.Differences;

/// <summary>A metric by the values of a property of users.</summary>
/// <param name="Dimension">The property, such as <c>channel</c>.</param>
/// <param name="Parts">Its values, the largest first; together they are the whole.</param>
public sealed record DimensionParts(string Dimension, IReadOnlyList<DimensionPart> Parts);

/// <summary>The users who share a value of a property.</summary>
/// <param name="Name">The value; <c>(none)</c> for users without one, <c>(others)</c> for values of few users together.</param>
/// <param name="Volume">What the metric is counted over: users, orders …; zero or more.</param>
/// <param name="Total">Their part of what is counted.</param>
public sealed record DimensionPart(string Name, double Volume, double Total);
