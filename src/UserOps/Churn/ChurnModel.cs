using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>A model of churn: features in, probabilities out. It knows what it learnt from, and refuses features that do not match.</summary>
public sealed class ChurnModel
{
    private readonly LearnedModel _model;

    internal ChurnModel(LearnedModel model, Calibration calibration, IReadOnlyList<TrainedFeature> contract, TrainedFeature scores, ModelCard card) =>
        (_model, Calibration, Contract, TrainedScores, Card) = (model, calibration, contract, scores, card);

    /// <summary>How the model was learnt.</summary>
    public Learner Learner => _model.Learner;

    /// <summary>How its probabilities are calibrated; fitted on predictions of users that each fold's model had not seen.</summary>
    public Calibration Calibration { get; }

    /// <summary>The features it needs, as they were spread in training.</summary>
    public IReadOnlyList<TrainedFeature> Contract { get; }

    /// <summary>Where it comes from and how good it was.</summary>
    public ModelCard Card { get; }

    /// <summary>The features that it does not use, and why.</summary>
    public IReadOnlyList<string> Unused => [.. _model.Encoder.Unused.Select(one => $"{one.Name}: {one.Reason}")];

    internal LearnedModel Learned => _model;

    /// <summary>How its probabilities were spread over the training rows, each scored by a model of other rows.</summary>
    internal TrainedFeature TrainedScores { get; }

    /// <summary>The probability, 0 to 1, that each user leaves within the horizon.</summary>
    /// <param name="features">Features with the columns of <see cref="Contract"/>; further columns are ignored.</param>
    /// <exception cref="UserOpsException">A column is missing, of another kind, or holds what the model never saw; the message names every difference.</exception>
    public double[] Score(FeatureTable features)
    {
        FeatureContract.Require(Contract, features);
        return Suppose(features);
    }

    /// <summary>Scores rows that were made up of users who match the model: how often a word or a missing value is among them says nothing.</summary>
    internal double[] Suppose(FeatureTable features) => [.. _model.Score(features).Select(Calibration.Of)];

    /// <summary>Builds the features that this model needs from an export.</summary>
    /// <param name="data">The export.</param>
    /// <param name="cutOff">The first local day that is not known yet; the end of the observed days when absent.</param>
    /// <exception cref="UserOpsException">The model was learnt from a ready table, or the export cannot give the features.</exception>
    public FeatureTable Features(Dataset data, DateOnly? cutOff = null) => Card.Features is { } definition
        ? data.Features(definition with { CutOff = cutOff })
        : throw new UserOpsException("This model learnt from a ready table; wrap a table of the same columns with FeatureTable.From and score that.");

    /// <summary>Whether those to be scored still look like those the model learnt from.</summary>
    /// <exception cref="UserOpsException">The features do not match the model.</exception>
    /// <exception cref="InsufficientDataException">There are no users to score.</exception>
    public DriftResult Drift(FeatureTable features) => DriftAnalysis.Of(this, features);

    /// <summary>Saves the model, whole or not at all; a file of the same name is replaced.</summary>
    /// <exception cref="UserOpsException">The file cannot be written.</exception>
    public void Save(string path) => SavedChurnModel.Save(this, path);

    /// <summary>Loads a model that <see cref="Save"/> wrote.</summary>
    /// <exception cref="UserOpsException">There is no such file, or it was cut short, changed, or written by another version.</exception>
    public static ChurnModel Load(string path) => SavedChurnModel.Load(path);
}
