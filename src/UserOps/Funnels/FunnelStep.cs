namespace UserOps.Funnels;

/// <summary>A step of a funnel: one or several events, any of which takes it.</summary>
public sealed record FunnelStep
{
    /// <summary>Makes a step of one or several event names.</summary>
    public FunnelStep(params IReadOnlyList<string> events)
    {
        Events = [.. events];
        Name = string.Join(" or ", Events);
    }

    /// <summary>The event names that take the step.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>What a reader calls the step; the event names when not given.</summary>
    public string Name { get; init; }

    /// <summary>Which of these events take the step; null for all.</summary>
    public EventFilter? Where { get; init; }

    /// <summary>How long after the step before it this one may come, bounds included; null: as long as the funnel's window. Not for the first step.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>A step of one event.</summary>
    public static implicit operator FunnelStep(string eventName) => new(eventName);
}

/// <summary>Events that break an attempt between two steps; steps reached before keep counting.</summary>
/// <param name="Event">The event name; it may not be a step between the two, unless <see cref="Where"/> tells them apart.</param>
public sealed record FunnelExclusion(string Event)
{
    /// <summary>The number of the step, from 1, after which the event breaks.</summary>
    public int After { get; init; } = 1;

    /// <summary>The number of the step up to which the event breaks; the last one when absent.</summary>
    public int? Before { get; init; }

    /// <summary>Which of these events break; null for all.</summary>
    public EventFilter? Where { get; init; }
}

/// <summary>Splits the users of a funnel into groups, each with a funnel of its own.</summary>
public abstract record FunnelBreakdown
{
    private FunnelBreakdown() { }

    /// <summary>How many groups are shown, the largest first; the rest is one group.</summary>
    public int Largest { get; init; } = 8;

    /// <summary>By a column of the users table.</summary>
    /// <param name="Property">The column's canonical name, such as <c>channel</c>.</param>
    public sealed record ByUser(string Property) : FunnelBreakdown;

    /// <summary>By a property of the event that started the attempt.</summary>
    /// <param name="Property">The property's name, such as <c>platform</c>.</param>
    public sealed record ByEntry(string Property) : FunnelBreakdown;
}
