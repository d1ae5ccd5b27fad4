namespace UserOps.Features;

/// <summary>Which users are described, and what was known of them when.</summary>
public sealed record FeatureDefinition
{
    /// <summary>The first local day that is not known yet: features hold what happened before it began. The end of the observed days when absent.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>The names of the events that count as activity; all events when empty.</summary>
    public IReadOnlyList<string> Activity { get; init; } = [];

    /// <summary>Only users who were active in so many days before the cut-off, 1 or more; all users seen before it when absent.</summary>
    public int? ActiveWithinDays { get; init; }

    /// <summary>Only users under contract at the cut-off: the latest row of memberships that began before it had not ended.</summary>
    public bool UnderContract { get; init; }

    /// <summary>The names of the events that get a count of their own; the 20 most frequent before the cut-off when absent, none when empty.</summary>
    public IReadOnlyList<string>? CountedEvents { get; init; }

    /// <summary>Columns of the users table that are written at sign-up and never again; any other column may tell of a later day and is not used.</summary>
    /// <remarks>Columns that the export lacks are passed over.</remarks>
    public IReadOnlyList<string> FixedAtSignup { get; init; } = ["channel", "birth_year"];
}
