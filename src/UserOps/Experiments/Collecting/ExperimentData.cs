using UserOps.Data;
using UserOps.Experiments.Metrics;
using UserOps.Time;

namespace UserOps.Experiments.Collecting;

/// <summary>An experiment ready to be counted: its units, how to read them, and what they are looked at by.</summary>
internal sealed record ExperimentData
{
    public required ExperimentQuestion Question { get; init; }
    public required IReadOnlyList<ExperimentMetric> Metrics { get; init; }
    public required Assignment Assignment { get; init; }
    public required MeasurePlan Plan { get; init; }
    public required IUnitReader Reader { get; init; }
    public required Calendar Calendar { get; init; }

    /// <summary>What the experiment is called.</summary>
    public required string Name { get; init; }

    /// <summary>Which time counts, in words.</summary>
    public required string Window { get; init; }

    /// <summary>The window of a user; null for a wide table.</summary>
    public ExposureWindow? Times { get; init; }

    /// <summary>The export; null for a wide table.</summary>
    public Dataset? Export { get; init; }

    /// <summary>The segment of each unit by each property that was asked for.</summary>
    public IReadOnlyList<(string Property, GroupCodes Codes, Func<int, int> RowOf)> Segments { get; init; } = [];

    /// <summary>The steps from exposure to payment; empty where none were asked for.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The event at which users meet the change.</summary>
    public string? Trigger { get; init; }

    /// <summary>When a row was assigned, where the table says it.</summary>
    public long[]? AssignedAt { get; init; }

    /// <summary>The last moment of the data, after which nothing is known; null for a wide table.</summary>
    public long? End { get; init; }

    /// <summary>How many days follow exposure before a user counts; 0 without a fixed window.</summary>
    public int WindowDays { get; init; }

    public static ExperimentData Of(Dataset data, ExperimentDefinition definition)
    {
        IReadOnlyList<ExperimentMetric> metrics = definition.Metrics.Count > 0 ? definition.Metrics : data.Metrics();
        definition.Check(metrics);
        if (definition.WithinDays is { } days && !(days >= 1) || !(definition.PreDays >= 1))
            throw new UserOpsException($"A window of {definition.WithinDays} days and {definition.PreDays} days before were asked for; at least 1 day each is needed.");
        var assignment = ExposureTable.Read(data, definition);
        var observed = data.HasActivity ? data.Observed : data.Period;
        long end = data.Ticks(observed).To, until = definition.Until is { } day ? Math.Min(end, data.Calendar.StartOf(day.DayNumber)) : end;
        var window = new ExposureWindow(definition.WithinDays is { } within ? within * TimeSpan.TicksPerDay : long.MaxValue, until, definition.PreDays * TimeSpan.TicksPerDay);
        var plan = new MeasurePlan(metrics, canLookBack: assignment.At is not null, clustered: false);
        return new()
        {
            Question = definition,
            Metrics = metrics,
            Assignment = assignment,
            Plan = plan,
            Reader = new UserReader(data, assignment, plan.Slots, window),
            Calendar = data.Calendar,
            Name = definition.Experiment ?? "experiment",
            Window = definition.WithinDays is { } n ? $"within {n} × 24 h of exposure" : $"from exposure to {DateOnly.FromDayNumber(data.Calendar.DayOf(until - 1)):yyyy-MM-dd}",
            Times = window,
            Export = data,
            Segments = [.. definition.Segments.Where(property => IsKnown(data, property)).Select(property => OfUser(data, assignment, property))],
            Steps = definition.Steps,
            Trigger = definition.Trigger,
            AssignedAt = null,
            End = end,
            WindowDays = definition.WithinDays ?? 0,
        };
    }

    public static ExperimentData Of(TypedTable table, ExperimentTableDefinition definition)
    {
        IReadOnlyList<ExperimentMetric> metrics = definition.Metrics;
        definition.Check(metrics);
        var assignment = WideTable.Read(table, definition);
        var plan = new MeasurePlan(metrics, canLookBack: false, clustered: assignment.Rows is not null);
        return new()
        {
            Question = definition,
            Metrics = metrics,
            Assignment = assignment,
            Plan = plan,
            Reader = new TableReader(table, assignment, plan.Slots),
            Calendar = Calendar.Utc,
            Name = table.Name,
            Window = $"table {table.Name}, arm in '{definition.Variant}'",
            Segments = [.. definition.Segments.Select(property => (property, GroupCodes.Of(table.Get<Column>(property)), (Func<int, int>)(unit => assignment.Row[unit])))],
            AssignedAt = definition.AssignedAt is { } column ? table.Get<TimeColumn>(column).Ticks : null,
        };
    }

    private static bool IsKnown(Dataset data, string property) => data.Table(TableKind.Exposures).TryGet<Column>(property, out _)
        || (property == "channel" ? data.Profiles.Channel is not null : data.Profiles.PropertyNames.Contains(property, StringComparer.Ordinal));

    private static (string, GroupCodes, Func<int, int>) OfUser(Dataset data, Assignment assignment, string property)
    {
        if (data.Table(TableKind.Exposures).TryGet<Column>(property, out var column))
            return (property, GroupCodes.Of(column), unit => assignment.Row[unit]);
        Column profile = property == "channel" && data.Profiles.Channel is { } channel ? channel : data.Profiles.Property<Column>(property);
        return (property, GroupCodes.Of(profile), unit => assignment.User[unit]);
    }
}
