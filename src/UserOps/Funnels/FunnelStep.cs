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
