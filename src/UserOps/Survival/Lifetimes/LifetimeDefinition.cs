using UserOps.Time;

namespace UserOps.Survival;

/// <summary>Something that a user does for the first time and that may change the hazard from the next day on.</summary>
/// <param name="Name">The name of the yes/no column.</param>
/// <param name="Events">The events of which the first one switches it to yes.</param>
public sealed record Milestone(string Name, params IReadOnlyList<string> Events);

/// <summary>What counts as leaving when lifetimes are read from events or orders.</summary>
public sealed record LifetimeDefinition
{
    /// <summary>A user has left with the last activity before the first silence of this many whole days; at least 1.</summary>
    public int SilentDays { get; init; } = 30;

    /// <summary>The names of the events that count as activity; all events when empty.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The days in which users start; everyone when absent.</summary>
    public Period? Started { get; init; }

    /// <summary>First times that become yes/no columns which change within a lifetime; none when empty.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
}
