using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>What is asked about churn of a ready table: one row a user, a column that says whether the user left.</summary>
/// <param name="Id">The column that names the user.</param>
/// <param name="Target">The column that says whether the user left: yes and no, 1 and 0, or two words.</param>
public sealed record ChurnTableDefinition(string Id, string Target)
{
    /// <summary>The word of the target column that stands for having left; needed where it holds words.</summary>
    public string? Left { get; init; }

    /// <summary>The columns to learn from; all but id and target when absent.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns to leave out: those that nobody knows yet when the decision is made.</summary>
    public IReadOnlyList<string> NotKnown { get; init; } = [];

    /// <summary>How many folds the users are divided into, 2 or more: each is predicted by a model of the others.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How much each outcome weighs in training.</summary>
    public ClassWeight Weights { get; init; } = ClassWeight.Equal;

    /// <summary>The seed of every random draw: equal seeds give equal models.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
