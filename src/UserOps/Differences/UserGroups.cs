using UserOps.Data;

namespace UserOps.Differences;

/// <summary>The users by a property that has few values.</summary>
internal sealed class UserGroups(string dimension, GroupCodes codes)
{
    private const int MostValues = 20, FewestUsers = 5;
    private const string Others = "(others)";

    /// <summary>The groupings that an export offers: words or flags of users with 2 to 20 values.</summary>
    public static IEnumerable<UserGroups> Of(Dataset data) => data.Has(TableKind.Users)
        ? data.Profiles.PropertyNames.Where(name => name != "referrer_id").Order(StringComparer.Ordinal).Select(name => (Name: name, Column: data.Profiles.Property<Column>(name)))
            .Where(property => property.Column is FlagColumn or TextColumn { Words.Length: >= 2 and <= MostValues })
            .Select(property => new UserGroups(property.Name, GroupCodes.Of(property.Column)))
        : [];

    /// <summary>The sums by group, the largest first; groups of few users together, so that no small one can be told.</summary>
    public DimensionParts Split(double[] numerators, double[] denominators)
    {
        var sums = new (double Volume, double Total, int Users)[codes.Names.Count];
        for (int user = 0; user < numerators.Length; user++)
            if (numerators[user] != 0 || denominators[user] != 0)
                sums[codes[user]] = (sums[codes[user]].Volume + denominators[user], sums[codes[user]].Total + numerators[user], sums[codes[user]].Users + 1);
        Group[] groups = [.. codes.Names.Zip(sums, (name, sum) => new Group(name, sum.Volume, sum.Total, sum.Users)).Where(group => group.Users > 0).OrderByDescending(group => group.Users).ThenBy(group => group.Name, StringComparer.Ordinal)];
        int named = CountNamed(groups);
        IEnumerable<DimensionPart> parts = groups[..named].Select(group => new DimensionPart(group.Name, group.Volume, group.Total));
        return new(dimension, named == groups.Length ? [.. parts] : [.. parts, new(Others, groups[named..].Sum(group => group.Volume), groups[named..].Sum(group => group.Total))]);
    }

    /// <summary>How many of the largest groups stand alone: those that are large enough, less what the others need so as not to be told either.</summary>
    private static int CountNamed(Group[] groups)
    {
        int named = groups.Count(group => group.Users >= FewestUsers);
        while (named > 0 && named < groups.Length && groups[named..].Sum(group => group.Users) < FewestUsers)
            named--;
        return named;
    }

    private readonly record struct Group(string Name, double Volume, double Total, int Users);
}
