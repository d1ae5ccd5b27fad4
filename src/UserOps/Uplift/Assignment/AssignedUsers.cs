using UserOps.Features;

namespace UserOps.Uplift;

/// <summary>Users of an experiment: what was known of them, the arm each got, and what came of it.</summary>
public sealed record AssignedUsers
{
    internal AssignedUsers() { }

    /// <summary>What was known at the assignment, a row for each user.</summary>
    public required FeatureTable Features { get; init; }

    /// <summary>The names of the arms; the first one was left alone.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>The arm of each user, an index into <see cref="Arms"/>.</summary>
    public required IReadOnlyList<int> ArmOf { get; init; }

    /// <summary>The outcome of each user: 1 and 0, or an amount.</summary>
    public required IReadOnlyList<double> Outcomes { get; init; }

    /// <summary>The share of users that each arm was meant to get, or got where nobody says.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Whether <see cref="Shares"/> were given and not counted.</summary>
    public bool SharesAreKnown { get; init; }

    /// <summary>The outcome in words.</summary>
    public required string OutcomeWords { get; init; }

    /// <summary>When each user was assigned, in UTC ticks; empty where nobody says.</summary>
    internal IReadOnlyList<long> AssignedAt { get; init; } = [];

    /// <summary>What was left out on the way, in words.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>How many users there are.</summary>
    public int Count => ArmOf.Count;

    /// <summary>Whether the outcome is yes or no.</summary>
    public bool IsBinary => Outcomes.All(outcome => outcome is 0 or 1);

    /// <summary>Whether several arms were treated.</summary>
    internal bool HasSeveralArms => Arms.Count > 2;

    /// <summary>Some of the users, in the order given.</summary>
    internal AssignedUsers Rows(int[] rows) => this with
    {
        Features = Features.Rows(rows),
        ArmOf = [.. rows.Select(row => ArmOf[row])],
        Outcomes = [.. rows.Select(row => Outcomes[row])],
        AssignedAt = AssignedAt.Count == 0 ? [] : [.. rows.Select(row => AssignedAt[row])],
    };

    /// <summary>The row numbers of the users of some arms.</summary>
    internal int[] RowsOf(params int[] arms) => [.. Enumerable.Range(0, Count).Where(row => arms.Contains(ArmOf[row]))];

    /// <summary>A number for each user that is equal where arm and outcome are: parts of equal make-up are drawn with it.</summary>
    internal double[] Strata => [.. ArmOf.Zip(Outcomes, (arm, outcome) => 2.0 * arm + (outcome > 0 ? 1 : 0))];

    /// <summary>The chance of a treated arm among the users of that arm and of the control.</summary>
    internal double TreatedShare(int arm) => Shares[arm] / (Shares[arm] + Shares[0]);
}
