using UserOps.Features;
using UserOps.Learning;
using UserOps.Segments.Audiences;

namespace UserOps.Segments.Lookalikes;

/// <summary>Finds users who are not in an audience yet and look like those who are.</summary>
public static class LookalikeAnalysis
{
    /// <summary>Scores everybody by how much they look like the members, features of the audience's rule left aside.</summary>
    /// <param name="seed">The audience to look alike.</param>
    /// <param name="definition">What is asked; the usual when absent.</param>
    /// <exception cref="UserOpsException">A feature is unknown or part of the audience's rule, or the definition is out of range.</exception>
    /// <exception cref="InsufficientDataException">Fewer than 20 users belong to the audience or do not, or no feature tells users apart.</exception>
    /// <remarks>
    /// Boosted trees learn who belongs; each user is scored by a model that has not seen them, so that members and others are compared fairly. What the rule
    /// asks would tell members apart for certain and say nothing of the others: it cannot be used.
    /// </remarks>
    public static LookalikeResult Lookalikes(this AudienceMembers seed, LookalikeDefinition? definition = null)
    {
        definition ??= new();
        if (definition.Features.Intersect(seed.Rule.Features, StringComparer.Ordinal).FirstOrDefault() is { } circular)
            throw new UserOpsException($"The audience '{seed.Name}' was chosen by '{circular}': users who look like it in that are its members. Leave it out of the features.");
        string[] features = definition.Features.Count > 0
            ? [.. definition.Features]
            : [.. seed.Of.Features.Select(feature => feature.Name).Except(seed.Rule.Features, StringComparer.Ordinal)];
        return Find(seed.Of, seed.Name, seed.Rule.ToString(), [.. seed.Users.Ids], features, definition);
    }

    /// <summary>Scores everybody by how much they look like some users.</summary>
    /// <param name="users">All users and their features.</param>
    /// <param name="name">What those users are called.</param>
    /// <param name="seed">Their ids.</param>
    /// <param name="definition">What is asked; the usual when absent.</param>
    /// <exception cref="UserOpsException">An id or a feature is unknown, or the definition is out of range.</exception>
    /// <exception cref="InsufficientDataException">Fewer than 20 users belong to the seed or do not, or no feature tells users apart.</exception>
    public static LookalikeResult Lookalikes(this FeatureTable users, string name, IReadOnlyCollection<string> seed, LookalikeDefinition? definition = null)
    {
        definition ??= new();
        string[] features = definition.Features.Count > 0 ? [.. definition.Features] : [.. users.Features.Select(feature => feature.Name)];
        return Find(users, name, "users named by their ids", [.. seed], features, definition);
    }

    private static LookalikeResult Find(
        FeatureTable users, string name, string rule, HashSet<string> seed, string[] features, LookalikeDefinition definition)
    {
        bool[] belongs = [.. users.Ids.Select(seed.Contains)];
        Check(definition, seed.Count, belongs.Count(member => member));
        return new()
        {
            Definition = definition,
            Name = name,
            Rule = rule,
            Users = users,
            Features = features,
            Likeness = CrossValidation.Of(users.Select(features), belongs, new() { Learner = LightGbmLibrary.Boosted(), Seed = definition.Seed }, definition.Folds).Scores,
        };
    }

    private static void Check(LookalikeDefinition definition, int named, int known)
    {
        if (definition.Folds is < 2 or > 20 || !(definition.Level > 0 && definition.Level < 1))
            throw new UserOpsException($"{definition.Folds} parts and level {definition.Level} were asked for; 2 to 20 parts and a level between 0 and 1 are needed.");
        if (known < named)
            throw new UserOpsException($"{named - known} of the {named} users of the seed are not among the users with features; take both from the same export.");
    }
}
