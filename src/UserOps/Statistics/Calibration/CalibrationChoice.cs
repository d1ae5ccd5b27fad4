using UserOps.Display;
using UserOps.Samples;

namespace UserOps.Statistics;

/// <summary>How a kind of calibration did on users that it was not fitted to.</summary>
/// <param name="Name">The kind.</param>
/// <param name="LogLoss">Its mean log loss over all folds, in nats.</param>
/// <param name="Brier">Its mean Brier score over all folds.</param>
/// <param name="Excess">Its log loss less that of the best kind.</param>
/// <param name="ExcessError">The standard error of that difference, user by user.</param>
public sealed record CalibrationTrial(string Name, double LogLoss, double Brier, double Excess, double ExcessError);

/// <summary>Which calibration the data support: the simplest kind whose log loss is within one standard error of the best one's.</summary>
/// <remarks>Ten folds; every user is judged by a calibration that was fitted without them. Simple to flexible: none, Platt, beta, isotonic.</remarks>
public sealed record CalibrationChoice : AnalysisResult
{
    private const int Folds = 10;
    private const int Fewest = 20;
    private static readonly Func<BinaryScores, Calibration>[] Kinds =
        [_ => new Calibration.None(), Calibration.Platt.Fit, Calibration.Beta.Fit, Calibration.Isotonic.Fit];

    internal CalibrationChoice() { }

    /// <summary>The chosen calibration, fitted on all users given.</summary>
    public required Calibration Chosen { get; init; }

    /// <summary>What was tried, from simple to flexible.</summary>
    public required IReadOnlyList<CalibrationTrial> Trials { get; init; }

    /// <summary>The users it was chosen on, each calibrated by a fit of the chosen kind without the user: what a later user may expect.</summary>
    public required BinaryScores Judged { get; init; }

    /// <summary>How many users it was chosen on.</summary>
    public int Users => Judged.Count;

    /// <summary>Chooses and fits a calibration.</summary>
    /// <param name="scores">Probabilities of a model for users that it did not learn from, who are not part of the hold-out either.</param>
    /// <param name="seed">The seed that deals users into folds.</param>
    /// <exception cref="InsufficientDataException">There are fewer than 20 users with or without the outcome.</exception>
    /// <exception cref="UserOpsException">A score is not between 0 and 1.</exception>
    public static CalibrationChoice Of(BinaryScores scores, int seed = 1)
    {
        scores.NeedProbabilities();
        if (Math.Min(scores.Positives, scores.Negatives) < Fewest)
            throw new InsufficientDataException(
                $"{scores.Positives} users with the outcome and {scores.Negatives} without", $"{Fewest} of each",
                "Keep more users for the calibration, or use the scores as ranks only.");
        int[] folds = Deal(scores, seed);
        double[][] judged = [.. Kinds.Select(kind => Judge(scores, folds, kind))];
        double[][] losses = [.. judged.Select(probabilities => Losses(scores, probabilities))];
        int best = Enumerable.Range(0, Kinds.Length).MinBy(kind => losses[kind].Average());
        CalibrationTrial[] trials = [.. Kinds.Select((kind, i) => Trial(kind(scores).Name, scores, judged[i], losses[i], losses[best]))];
        int chosen = Array.FindIndex(trials, trial => trial.Excess <= trial.ExcessError);
        return new() { Chosen = Kinds[chosen](scores), Trials = trials, Judged = new(judged[chosen], scores.Outcomes) };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Calibration: {Chosen.Name}",
        [
            new("Kind", Format.Text), new("Log loss (nats)", Format.Number(4)), new("Brier score", Format.Number(4)),
            new("Behind the best", Format.Number(4)), new("± standard error", Format.Number(4)),
        ],
        Trials.Select(trial => new object?[] { trial.Name, trial.LogLoss, trial.Brier, trial.Excess, trial.ExcessError }),
        $"n = {Caption.Count(Users)} predictions for users that the model did not learn from, none of the hold-out · {Folds} folds, each judged by a fit without it · the simplest kind within one standard error of the best");

    private static CalibrationTrial Trial(string name, BinaryScores scores, double[] probabilities, double[] losses, double[] best)
    {
        MeanSums excess = default;
        for (int user = 0; user < losses.Length; user++)
            excess = excess.Add(losses[user] - best[user]);
        double variance = Math.Max(0, excess.SumOfSquares / excess.Count - excess.Mean!.Value * excess.Mean.Value);
        return new(name, losses.Average(), new BinaryScores(probabilities, scores.Outcomes).Probability().Brier, excess.Mean.Value, Math.Sqrt(variance / excess.Count));
    }

    // Each class is dealt round after a shuffle, so that every fold has its share of both.
    private static int[] Deal(BinaryScores scores, int seed)
    {
        int[] folds = new int[scores.Count];
        foreach (bool outcome in (bool[])[true, false])
        {
            int[] users = [.. Enumerable.Range(0, scores.Count).Where(user => scores.Outcomes[user] == outcome)];
            Chance.For(seed, Purpose.Shuffle, outcome ? 1 : 0).Shuffle<int>(users);
            for (int i = 0; i < users.Length; i++)
                folds[users[i]] = i % Folds;
        }
        return folds;
    }

    private static double[] Judge(BinaryScores scores, int[] folds, Func<BinaryScores, Calibration> fit)
    {
        double[] judged = new double[scores.Count];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, scores.Count).Where(user => folds[user] != fold)];
            var calibration = fit(new([.. others.Select(user => scores.Scores[user])], [.. others.Select(user => scores.Outcomes[user])]));
            for (int user = 0; user < folds.Length; user++)
                if (folds[user] == fold)
                    judged[user] = calibration.Of(scores.Scores[user]);
        }
        return judged;
    }

    private static double[] Losses(BinaryScores scores, double[] probabilities) =>
        [.. probabilities.Select((probability, user) => ProbabilityScores.LogLossOf(scores.Outcomes[user] ? probability : 1 - probability))];
}
