using UserOps.Data;

namespace UserOps.Survival;

/// <summary>Cuts lifetimes at milestones and sets the users' columns beside them.</summary>
internal static class LifetimeSpells
{
    public static SurvivalData Of(Dataset data, LifetimeDefinition definition, Lifetime[] lives)
    {
        int[][] reached = [.. definition.Milestones.Select(milestone => FirstDays(data, milestone, lives))];
        Spell[] spells = [.. lives.SelectMany((life, i) => Cut(life, i, [.. reached.Select(days => days[i])]))];
        int[] users = Array.ConvertAll(spells, spell => lives[spell.Life].User);
        bool entries = definition.Milestones.Count > 0 || Array.Exists(lives, life => life.Entry > 0);
        return new(
            Array.ConvertAll(spells, spell => (double)spell.To), Array.ConvertAll(spells, spell => spell.Ends && lives[spell.Life].Left),
            entries ? Array.ConvertAll(spells, spell => (double)spell.From) : null,
            new("user_id", Array.ConvertAll(spells, spell => spell.Life), Array.ConvertAll(lives, life => data.Users[life.User])),
            new("lifetimes", [.. ProfileColumns(data, users), .. Flags(definition, spells, reached)]))
        {
            Standing = new(data, lives, Array.ConvertAll(spells, spell => spell.Life)),
        };
    }

    /// <summary>The day of the life on which each user first did it; none when never.</summary>
    private static int[] FirstDays(Dataset data, Milestone milestone, Lifetime[] lives)
    {
        if (milestone.Events.Count == 0)
            throw new UserOpsException($"Milestone '{milestone.Name}' names no event. Name at least one, such as new Milestone(\"ordered\", \"pay\").");
        if (milestone.Events.FirstOrDefault(name => data.Activity.CodeOf(name) < 0) is { } unknown)
            throw new MissingDataException($"No event is named '{unknown}', which milestone '{milestone.Name}' asks for. The events are: {string.Join(", ", data.Activity.EventNames.Order(StringComparer.Ordinal).Take(40))}.");
        var events = Activity.QualifyingEvents.Of(data, milestone.Events);
        return Array.ConvertAll(lives, life => events[life.User].FirstTicks is var ticks and not TimeColumn.Missing ? data.Calendar.DayOf(ticks) - life.Start + 1 : int.MaxValue);
    }

    private static IEnumerable<Spell> Cut(Lifetime life, int number, int[] reached)
    {
        int from = life.Entry;
        foreach (int cut in reached.Where(day => day > life.Entry && day < life.Days).Distinct().Order())
        {
            yield return new(number, from, cut, Ends: false);
            from = cut;
        }
        yield return new(number, from, life.Days, Ends: true);
    }

    private static IEnumerable<Column> ProfileColumns(Dataset data, int[] users)
    {
        if (!data.Has(TableKind.Users))
            return [];
        var channel = data.Profiles.Channel is { } found ? (Column[])[found.Rename("channel")] : [];
        var properties = data.Profiles.PropertyNames.Where(name => name != "channel").Select(data.Profiles.Property<Column>);
        return [.. channel.Concat(properties).Select(column => column.Reorder(users))];
    }

    private static IEnumerable<Column> Flags(LifetimeDefinition definition, Spell[] spells, int[][] reached) => definition.Milestones.Select((milestone, m) =>
        new FlagColumn(milestone.Name, Array.ConvertAll(spells, spell => (sbyte)(reached[m][spell.Life] <= spell.From ? 1 : 0))));

    /// <summary>A stretch of a life within which no milestone is reached.</summary>
    private readonly record struct Spell(int Life, int From, int To, bool Ends);
}
