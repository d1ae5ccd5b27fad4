using UserOps.Data;
using UserOps.Time;

namespace UserOps.Campaigns;

/// <summary>Measures of groups of users, step by step.</summary>
public static class PanelAnalysis
{
    /// <summary>The measure in each unit and whole step. A step in which nothing happened counts as 0.</summary>
    /// <exception cref="MissingDataException">The export lacks the property, the event or the orders.</exception>
    /// <exception cref="InsufficientDataException">There is no whole step, or no user has the property.</exception>
    public static Panel Panel(this Dataset data, PanelDefinition? definition = null)
    {
        definition ??= new();
        if (!data.Has(TableKind.Users))
            throw new MissingDataException($"Units are formed by the users' property '{definition.By.Property}'; the export has no table of users.");
        var groups = GroupCodes.Of(data.Profiles.Property<Column>(definition.By.Property));
        var steps = PanelSteps.Of(data, definition);
        var sums = new PanelSums(data, groups, steps);
        double[][] values = sums.Of(definition.Measure);
        if (definition.PerKnownUser)
            Divide(values, sums.KnownUsers());
        int[] members = sums.Members();
        int none = groups.Names.Count - 1;
        int[] units = [.. Enumerable.Range(0, none).Where(unit => members[unit] > 0).OrderByDescending(unit => members[unit]).ThenBy(unit => groups.Names[unit], StringComparer.Ordinal)];
        return units.Length == 0
            ? throw new InsufficientDataException("no user with a value", $"at least one value of '{definition.By.Property}'", "Choose another property.")
            : new(definition.Measure.Words + (definition.PerKnownUser ? " per known user" : ""), [.. units.Select(unit => groups.Names[unit])], steps.FirstDays, [.. units.Select(unit => values[unit])])
            {
                LeftOut = members[none],
            };
    }

    private static void Divide(double[][] values, double[][] known)
    {
        for (int unit = 0; unit < values.Length; unit++)
            for (int step = 0; step < values[unit].Length; step++)
                values[unit][step] = known[unit][step] > 0 ? values[unit][step] / known[unit][step] : double.NaN;
    }
}

/// <summary>The whole steps of a panel.</summary>
internal sealed class PanelSteps
{
    private readonly Calendar _calendar;
    private readonly Grain _grain;
    private readonly int _first;

    private PanelSteps(Calendar calendar, Grain grain, int first, int count) =>
        (_calendar, _grain, _first, FirstDays) = (calendar, grain, first, [.. Enumerable.Range(first, count).Select(step => DateOnly.FromDayNumber(calendar.FirstDayOf(step, grain)))]);

    public DateOnly[] FirstDays { get; }

    public int Count => FirstDays.Length;

    /// <summary>The moment at which a step ends.</summary>
    public long EndOf(int step) => _calendar.StartOf(_calendar.FirstDayOf(_first + step + 1, _grain));

    /// <summary>The step of a moment; −1 outside.</summary>
    public int Of(long ticks) => ticks != TimeColumn.Missing && _calendar.StepOf(_calendar.DayOf(ticks), _grain) - _first is var step && step >= 0 && step < Count ? step : -1;

    public static PanelSteps Of(Dataset data, PanelDefinition definition)
    {
        var days = definition.Period?.Intersect(data.Observed) ?? data.Observed;
        int first = data.Calendar.StepOf(days.Start.DayNumber, definition.Grain), end = data.Calendar.StepOf(days.End.DayNumber, definition.Grain);
        if (data.Calendar.FirstDayOf(first, definition.Grain) < days.Start.DayNumber)
            first++;
        return end > first ? new(data.Calendar, definition.Grain, first, end - first) : throw new InsufficientDataException(
            $"no whole {definition.Grain.ToString().ToLowerInvariant()} in {days}", "at least one", $"The data cover {data.Observed}; choose a period within them.");
    }
}
