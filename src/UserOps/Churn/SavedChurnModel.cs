using System.Text.Json;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>What a file holds of a churn model besides the bytes of its scorer.</summary>
internal sealed record SavedChurnModel(SavedModel Model, Calibration Calibration, IReadOnlyList<TrainedFeature> Contract, TrainedFeature Scores, ModelCard Card)
{
    private const string Description = "churn.json", Scorer = "scorer";

    public static void Save(ChurnModel model, string path)
    {
        (var learned, byte[] scorer) = SavedModel.Of(model.Learned);
        var saved = new SavedChurnModel(learned, model.Calibration, model.Contract, model.TrainedScores, model.Card);
        Learning.ModelFile.Write(path, new Dictionary<string, byte[]> { [Description] = JsonSerializer.SerializeToUtf8Bytes(saved), [Scorer] = scorer });
    }

    public static ChurnModel Load(string path)
    {
        var parts = Learning.ModelFile.Read(path);
        if (!parts.TryGetValue(Description, out byte[]? description))
            throw new UserOpsException($"The model in '{path}' is no model of churn; it holds {string.Join(", ", parts.Keys)}. Load it with the class that saved it.");
        var saved = JsonSerializer.Deserialize<SavedChurnModel>(description)!;
        return new(saved.Model.Restore(parts[Scorer], TreeScorer.Probability), saved.Calibration, saved.Contract, saved.Scores, saved.Card);
    }
}
