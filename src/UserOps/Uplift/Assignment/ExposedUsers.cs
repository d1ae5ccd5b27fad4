using UserOps.Data;
using UserOps.Features;

namespace UserOps.Uplift;

/// <summary>The users of an experiment of an export, described by what was known when the day of their assignment began.</summary>
internal static class ExposedUsers
{
    public static AssignedUsers Of(Dataset data, UpliftDefinition definition)
    {
        var assigned = Assignments.Of(data, definition.Experiment);
        var observed = assigned.ObservedFor(definition.Outcome.Days, data.Ticks(data.Period).To);
        var features = FeaturesAt(data, definition, observed);
        var outcomeOf = definition.Outcome.Of(data);
        int[] users = [.. features.Ids.Select(data.Users.Find)];
        long days = definition.Outcome.Days * TimeSpan.TicksPerDay;
        string[] arms = ArmNames.Of(observed.Variants, definition.Control);
        int[] armOf = [.. users.Select(user => Array.IndexOf(arms, observed.VariantOf(user)))];
        return new()
        {
            Features = definition.Features.Count == 0 ? features : features.Select(definition.Features),
            Arms = arms,
            ArmOf = armOf,
            Outcomes = [.. users.Select(user => outcomeOf(user, observed.At(user), observed.At(user) + days))],
            Shares = ArmNames.Shares(arms, armOf, definition.Shares),
            SharesAreKnown = definition.Shares is not null,
            OutcomeWords = definition.Outcome.Words,
            AssignedAt = [.. users.Select(observed.At)],
            LeftOut =
            [
                .. observed.LeftOut,
                .. observed.Users.Count > users.Length
                    ? (string[])[$"{Caption.Count(observed.Users.Count - users.Length)} users were first seen on the day of their assignment: nothing was known of them, and they were left out."] : [],
            ],
        };
    }

    private static FeatureTable FeaturesAt(Dataset data, UpliftDefinition definition, Assignments assigned)
    {
        var byDay = assigned.Users.GroupBy(user => data.Calendar.DayOf(assigned.At(user))).OrderByDescending(day => day.Key);
        FeatureDefinition asked = new() { FixedAtSignup = definition.FixedAtSignup };
        List<FeatureTable> parts = [];
        foreach (var day in byDay.Where(day => day.Key > data.Period.Start.DayNumber))
        {
            var all = data.Features(asked with { CutOff = DateOnly.FromDayNumber(day.Key) });
            // The columns of all days are those of the last one.
            asked = all.Definition!;
            HashSet<string> wanted = [.. day.Select(user => data.Users[user])];
            parts.Add(all.Rows([.. Enumerable.Range(0, all.Count).Where(row => wanted.Contains(all.Ids[row]))]));
        }
        return parts.Sum(part => part.Count) > 0 ? FeatureStack.Of(parts) : throw new InsufficientDataException(
            "no user who was seen before the day of the assignment", "at least some are", "Name an experiment with users who were known before.");
    }
}
