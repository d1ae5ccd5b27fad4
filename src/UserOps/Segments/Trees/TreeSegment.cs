using UserOps.Display;
using UserOps.Segments.Audiences;

namespace UserOps.Segments.Trees;

/// <summary>Users for whom a rule holds, and how they stand in the target.</summary>
/// <param name="Rule">Who they are; it serves as an audience.</param>
/// <param name="Users">How many users of the half that the rule was not found on.</param>
/// <param name="Share">Their share of that half.</param>
/// <param name="Value">The rate or mean of the target in that half.</param>
/// <param name="Interval">Its interval: Wilson's for a rate, Student's for a mean; null where there is none.</param>
/// <param name="WhenFound">The rate or mean in the half that the rule was found on: too good, since the rule was chosen for it.</param>
public sealed record TreeSegment(Rule Rule, int Users, double Share, double? Value, Interval? Interval, double WhenFound);
