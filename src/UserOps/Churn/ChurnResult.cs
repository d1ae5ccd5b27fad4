using UserOps.Display;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>A model of churn and how good it is on users that it did not learn from.</summary>
public sealed record ChurnResult : AnalysisResult
{
    internal ChurnResult() { }

    /// <summary>The model: scores users, can be saved.</summary>
    public required ChurnModel Model { get; init; }

    /// <summary>The learners that were tried; the first one is the model.</summary>
    public required IReadOnlyList<ChurnTrial> Trials { get; init; }

    /// <summary>The features of the training rows, in the order of <see cref="OutOfFold"/>.</summary>
    public required FeatureTable TrainingFeatures { get; init; }

    /// <summary>The features of the users that the model is judged on, in the order of <see cref="Unseen"/>: the hold-out, or all rows of a ready table.</summary>
    public required FeatureTable UnseenFeatures { get; init; }

    /// <summary>Which calibration the folds support.</summary>
    public required CalibrationChoice Calibration { get; init; }

    /// <summary>The confidence level of intervals.</summary>
    public required double Level { get; init; }

    /// <summary>The first day of the hold-out; null for a ready table.</summary>
    public DateOnly? HoldOut { get; init; }

    /// <summary>Rows of a ready table that were left out because their target is missing.</summary>
    public int WithoutTarget { get; init; }

    /// <summary>Features of a ready table that may have been written after the outcome.</summary>
    public IReadOnlyList<LeakageWarning> Leaks { get; init; } = [];

    internal CrossValidation Validation { get; init; } = null!;

    /// <summary>The predictions of the model for users that it did not learn from, beside what came true: calibrated for a hold-out, out of fold for a ready table.</summary>
    public BinaryScores Unseen => Trials[0].Unseen;

    /// <summary>The calibrated predictions for the same users; of a ready table each is calibrated by a fit without it.</summary>
    public BinaryScores Calibrated => HoldOut is null ? Calibration.Judged : Unseen;

    /// <summary>The prediction for each training row by a model of the other users, before calibration.</summary>
    public BinaryScores OutOfFold => Trials[0].OutOfFold;

    /// <summary>Scores <see cref="UnseenFeatures"/> again with other values, each row by a model that did not learn from it: what explanations are made of.</summary>
    /// <param name="sameRows">The same users in the same order.</param>
    /// <exception cref="UserOpsException">The number of rows differs.</exception>
    public double[] ScoreUnseen(FeatureTable sameRows)
    {
        if (sameRows.Count != UnseenFeatures.Count)
            throw new UserOpsException($"{sameRows.Count} rows were given; the {UnseenFeatures.Count} rows of {nameof(UnseenFeatures)} are needed, with other values.");
        return HoldOut is null ? Validation.Score(sameRows) : Model.Suppose(sameRows);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => [ChurnFigures.Of(Calibrated, Level), Calibrated.Reliability(level: Level), Unseen.Gain(Level), Calibration];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Churn: how well it is foreseen",
        [
            new("Learner", Format.Text), new("AUC", Format.Number(4)), new("Lower", Format.Number(4)), new("Upper", Format.Number(4)),
            new("Av. precision", Format.Number(4)), new("Brier", Format.Number(4)), new("Log loss", Format.Number(4)),
            new("Over folds", Format.Number(4)), new("± error", Format.Number(4)),
        ],
        Trials.Select(Row),
        string.Join(" · ",
        [
            $"n = {UserOps.Caption.Count(Unseen.Count)} users, {Format.Percent().Write(Unseen.BaseRate)} left",
            Model.Card.Question, Period(), "over folds: mean AUC and its standard error in training", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Level:0.#%} DeLong intervals").Replace("%", " %", StringComparison.Ordinal),
        ]));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. ChurnNotes.Of(this)];

    private string Period() => HoldOut is { } day
        ? $"learnt at {string.Join(", ", Model.Card.CutOffs.Select(cut => Format.Date.Write(cut)))} ({UserOps.Caption.Count(Model.Card.Rows)} rows), tested at {Format.Date.Write(day)}"
        : $"each user predicted by a model of the others ({Trials[0].FoldAucs.Count} folds)";

    private object?[] Row(ChurnTrial trial)
    {
        var auc = trial.Unseen.RocAuc(Level);
        var probability = trial.Unseen.Probability(Level);
        return [ChurnNotes.Name(trial.Learner), auc.Value, auc.Interval?.Lower, auc.Interval?.Upper, trial.Unseen.AveragePrecision, probability.Brier,
            probability.LogLoss, trial.MeanFoldAuc, trial.FoldAucError];
    }
}
