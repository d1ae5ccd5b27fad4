namespace UserOps.Uplift;

/// <summary>What every question about uplift has in common: which arm is left alone, what learns, who judges.</summary>
public abstract record UpliftQuestion
{
    /// <summary>The arm that was left alone; found by its usual names (control, hold-out, 对照组) when absent.</summary>
    public string? Control { get; init; }

    /// <summary>The share of users that each arm was meant to get, fractions that sum to 1; the shares found when absent.</summary>
    public IReadOnlyDictionary<string, double>? Shares { get; init; }

    /// <summary>What is fitted, each beside the others. The first one decides: choose it before you look at the figures.</summary>
    public IReadOnlyList<UpliftLearner> Learners { get; init; } = UpliftLearner.Usual;

    /// <summary>Which users judge the models.</summary>
    public UpliftHoldOut HoldOut { get; init; } = new UpliftHoldOut.Random();

    /// <summary>The seed of every random draw: equal seeds give equal models.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}

/// <summary>What is asked of the experiments of an export: who was assigned to which arm, and what the users did next.</summary>
public sealed record UpliftDefinition : UpliftQuestion
{
    /// <summary>The experiment; needed where the exposures name several.</summary>
    public string? Experiment { get; init; }

    /// <summary>What the users did after they were assigned.</summary>
    public UpliftOutcome Outcome { get; init; } = new UpliftOutcome.Buys();

    /// <summary>The features to learn from, all known at the beginning of the day of assignment; all there are when empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Columns of the users table that are written at sign-up and never again.</summary>
    public IReadOnlyList<string> FixedAtSignup { get; init; } = ["channel", "birth_year"];
}

/// <summary>What is asked of a ready table: one row a user, with the arm, the outcome and what was known before.</summary>
/// <param name="Arm">The column that names the arm of each user.</param>
/// <param name="Outcome">The column of the outcome: yes and no, 1 and 0, or an amount.</param>
public sealed record UpliftTableDefinition(string Arm, string Outcome) : UpliftQuestion
{
    /// <summary>The column that names the user; rows are numbered when absent.</summary>
    public string? Id { get; init; }

    /// <summary>The column of the moment of assignment; needed for a hold-out of those assigned last.</summary>
    public string? At { get; init; }

    /// <summary>The features to learn from; all other columns when empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Columns to leave out: those written after the assignment, such as other outcomes.</summary>
    public IReadOnlyList<string> NotKnown { get; init; } = [];
}
