using UserOps.Features;

namespace UserOps.Segments.Audiences;

/// <summary>Who belongs to audiences, and how audiences overlap.</summary>
public static class AudienceAnalysis
{
    /// <summary>The most audiences that are compared at once.</summary>
    public const int Most = 12;

    /// <summary>The users for whom a rule holds.</summary>
    /// <param name="users">The users and their features.</param>
    /// <param name="name">What the audience is called.</param>
    /// <param name="rule">Who belongs to it.</param>
    /// <exception cref="UserOpsException">A feature is missing or of another type, or no user has a word that the rule names.</exception>
    public static AudienceMembers Audience(this FeatureTable users, string name, Rule rule)
    {
        var holds = rule.Holds(users);
        int[] rows = [.. Enumerable.Range(0, users.Count).Where(row => holds[row])];
        return new() { Name = name, Rule = rule, Of = users, Users = users.Rows(rows) };
    }

    /// <summary>Sizes and overlaps of audiences.</summary>
    /// <param name="users">The users and their features.</param>
    /// <param name="audiences">One to twelve audiences with distinct names.</param>
    /// <exception cref="UserOpsException">There are none or too many, a name repeats, or a rule does not fit the features.</exception>
    public static AudiencesResult Audiences(this FeatureTable users, params IReadOnlyList<Audience> audiences)
    {
        if (audiences.Count is 0 or > Most)
            throw new UserOpsException($"{audiences.Count} audiences cannot be compared; 1 to {Most} are possible.");
        if (audiences.GroupBy(audience => audience.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new UserOpsException($"{repeated.Count()} audiences are called '{repeated.Key}'; give each its own name.");
        int[] regions = new int[users.Count];
        foreach (var (bit, audience) in audiences.Index())
        {
            var holds = audience.Rule.Holds(users);
            for (int row = 0; row < regions.Length; row++)
                regions[row] |= holds[row] ? 1 << bit : 0;
        }
        int[] counts = new int[1 << audiences.Count];
        foreach (int region in regions)
            counts[region]++;
        return new() { Audiences = audiences, Users = users.Count, CutOff = users.CutOff, Known = users.Known, RegionCounts = counts };
    }
}
