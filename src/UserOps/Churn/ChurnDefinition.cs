using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>What leaving means.</summary>
public enum Leaving
{
    /// <summary>A user who was active lately does nothing that counts in the horizon.</summary>
    Inactivity,

    /// <summary>A user under contract (the latest row of memberships has begun and not ended) has none at the end of the horizon.</summary>
    ContractEnd,
}

/// <summary>What is asked about churn 流失: who of those active lately does nothing in the days to come, or who of those under contract lets it end.</summary>
public sealed record ChurnDefinition
{
    /// <summary>What leaving means; the end of a contract needs memberships with their ends.</summary>
    public Leaving By { get; init; } = Leaving.Inactivity;

    /// <summary>A user has churned who does nothing that counts, or is without a contract, so many days after the cut-off, 1 or more.</summary>
    public int HorizonDays { get; init; } = 28;

    /// <summary>Only users who were active in so many days before the cut-off can churn by inactivity, 1 or more: the others have left already.</summary>
    public int ActiveWithinDays { get; init; } = 28;

    /// <summary>The names of the events that count as activity, before the cut-off and after it; all events when empty.</summary>
    public IReadOnlyList<string> Activity { get; init; } = [];

    /// <summary>The day from which the hold-out is predicted; the last day whose horizon is observed in full when absent.</summary>
    public DateOnly? HoldOut { get; init; }

    /// <summary>How many earlier cut-offs the model learns from at most, one horizon apart, 1 or more; fewer where the data begin too late.</summary>
    public int TrainingCutOffs { get; init; } = 3;

    /// <summary>Columns of the users table that are written at sign-up and never again.</summary>
    public IReadOnlyList<string> FixedAtSignup { get; init; } = ["channel", "birth_year"];

    /// <summary>How much each outcome weighs in training.</summary>
    public ClassWeight Weights { get; init; } = ClassWeight.Equal;

    /// <summary>The seed of every random draw: equal seeds give equal models.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
