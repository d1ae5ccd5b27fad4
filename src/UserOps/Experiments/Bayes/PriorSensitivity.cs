using UserOps.Display;

namespace UserOps.Experiments.Bayes;

/// <summary>A prior and what it leads to.</summary>
/// <param name="Name">What the prior stands for.</param>
/// <param name="Prior">The prior of both arms.</param>
/// <param name="Result">The comparison after the data.</param>
public sealed record PriorOutcome(string Name, Posterior.Beta Prior, BayesResult Result);

/// <summary>How much of an answer comes from the prior.</summary>
public sealed record PriorSensitivity : AnalysisResult
{
    private PriorSensitivity() { }

    /// <summary>The priors, the least informed first.</summary>
    public required IReadOnlyList<PriorOutcome> Outcomes { get; init; }

    /// <summary>The smallest and the largest probability over the priors that treatment is better.</summary>
    public (double Least, double Most) ChanceToWin => (Outcomes.Min(one => one.Result.ChanceToWin), Outcomes.Max(one => one.Result.ChanceToWin));

    /// <summary>Compares two rates under several priors.</summary>
    /// <param name="control">Counts of control.</param>
    /// <param name="treatment">Counts of treatment.</param>
    /// <param name="expected">The rate that was expected of both before the experiment, between 0 and 1: informed priors are centred there.</param>
    /// <exception cref="UserOpsException">The expected rate is not between 0 and 1.</exception>
    public static PriorSensitivity Of(ProportionCounts control, ProportionCounts treatment, double expected)
    {
        Require.That(expected is > 0 and < 1, $"an expected rate of {expected}; it lies between 0 and 1");
        (string Name, Posterior.Beta Prior)[] priors =
        [
            ("Jeffreys", Posterior.Beta.Jeffreys), ("every rate alike", Posterior.Beta.Uniform), ("worth 100 users", Informed(expected, 100)), ("worth 1,000 users", Informed(expected, 1000)),
        ];
        return new() { Outcomes = [.. priors.Select(one => new PriorOutcome(one.Name, one.Prior, BayesResult.Of(control, treatment, one.Prior)))] };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How much does the prior matter?",
        [new("Prior of both arms", Format.Text), new("Difference", Format.Points(3)), new("Treatment better", Format.Percent()), new("Loss if shipped", Format.Text), new("Loss if not", Format.Text)],
        Outcomes.Select(one => new object?[]
        {
            one.Name, one.Result.Treatment.Mean - one.Result.Control.Mean, one.Result.ChanceToWin, one.Result.Loss(one.Result.LossOfTreatment), one.Result.Loss(one.Result.LossOfControl),
        }),
        "Beta priors, the same for both arms · exact integrals");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => ChanceToWin.Most - ChanceToWin.Least > 0.05
        ? ["The answer depends on the prior: more users are needed before the data alone decide."]
        : ["The prior hardly matters: the data decide."];

    private static Posterior.Beta Informed(double rate, double users) => new(rate * users, (1 - rate) * users);
}
