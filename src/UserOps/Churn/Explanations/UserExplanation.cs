using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Features;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>What one feature adds to a user's probability.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">The user's value; null where missing.</param>
/// <param name="Points">What it adds to the probability, a fraction; negative where it speaks for staying.</param>
public sealed record Contribution(Feature Feature, object? Value, double Points)
{
    /// <summary>What the feature says about the user, such as <c>no order for 46 days</c>.</summary>
    public string Words => FeatureWords.Of(Feature, Value);
}

/// <summary>Why the model gives a user this probability: what each feature adds, against other users of the same table.</summary>
/// <remarks>
/// Shapley values by sampled orders (Štrumbelj and Kononenko 2014): contributions and <see cref="Base"/> sum to the probability. They tell what the model
/// looks at, not what would happen if the user changed. Of features that say nearly the same, each gets a part.
/// </remarks>
public sealed record UserExplanation : AnalysisResult
{
    private const int Background = 50;

    internal UserExplanation() { }

    /// <summary>The id for a reader.</summary>
    public required string Id { get; init; }

    /// <summary>The probability of leaving.</summary>
    public required double Probability { get; init; }

    /// <summary>The mean probability of the users compared with.</summary>
    public required double Base { get; init; }

    /// <summary>One entry a feature, the strongest first.</summary>
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>Explains users of a table.</summary>
    /// <param name="score">The model: a probability for each row; called from several threads.</param>
    /// <param name="features">The users; 50 of them are compared with.</param>
    /// <param name="rows">The rows to explain.</param>
    /// <param name="seed">The seed of the users compared with and of the orders.</param>
    public static IReadOnlyList<UserExplanation> Of(Func<FeatureTable, double[]> score, FeatureTable features, IReadOnlyList<int> rows, int seed = 1)
    {
        if (features.Count < 2)
            throw new InsufficientDataException($"{features.Count} user", "at least two", "A user is explained against others: score a table of all users.");
        var shapley = new ShapleyValues(score, features, Background, seed);
        return Concurrently.Each(rows.Count, i => Of(features, rows[i], shapley.Of(rows[i])));
    }

    /// <summary>The strongest reasons for leaving, in words; for staying where nothing speaks for leaving.</summary>
    /// <param name="most">How many reasons at most.</param>
    public string Reasons(int most = 3)
    {
        var reasons = Contributions.Where(one => one.Points >= 0.005).Take(most).ToList();
        return reasons.Count > 0
            ? string.Join("; ", reasons.Select(one => one.Words))
            : string.Join("; ", Contributions.Where(one => one.Points <= -0.005).Take(most).Select(one => one.Words).Prepend("nothing speaks for leaving"));
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Why {Format.Percent(0).Write(Probability)} for {Id}?",
        [new("What is known", Format.Text), new("Adds", Format.Points())],
        Strongest.Select(one => new object?[] { one.Words, one.Points }).Append(["all others", Others]),
        $"against a mean of {Format.Percent().Write(Base)} of {Background} users of the table · Shapley values by sampled orders");

    /// <inheritdoc/>
    public override Chart ToChart() => new WaterfallChart(
        $"Why {Format.Percent(0).Write(Probability)} for {Id}?", "mean user", Base,
        [.. Strongest.Select(one => one.Words), "all others"], [.. Strongest.Select(one => one.Points), Others], "this user",
        new("Probability of leaving", Format.Percent()));

    private IReadOnlyList<Contribution> Strongest => [.. Contributions.Take(6)];

    private double Others => Contributions.Skip(6).Sum(one => one.Points);

    private static UserExplanation Of(FeatureTable features, int row, (double Base, double[] Contributions) shapley) => new()
    {
        Id = features.Shown(row),
        Base = shapley.Base,
        Probability = shapley.Base + shapley.Contributions.Sum(),
        Contributions =
        [
            .. features.Features.Select((feature, i) => new Contribution(feature, features.Columns.Columns[i].ValueAt(row), shapley.Contributions[i]))
                .OrderByDescending(one => Math.Abs(one.Points)),
        ],
    };
}
