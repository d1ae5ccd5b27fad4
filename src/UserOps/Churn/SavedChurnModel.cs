using System.Text.Json;
using UserOps.Learning;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>What a file holds of a churn model besides the bytes of its scorer.</summary>
internal sealed record SavedChurnModel(SavedModel Model, Calibration Calibration, IReadOnlyList<TrainedFeature> Contract, TrainedFeature Scores, ModelCard Card)
{
    private const string Description = "churn.json", Scorer = "scorer";
    private static readonly ModelFile File = new("churn", Form: 1);

    public static void Save(ChurnModel model, string path)
    {
        (var learned, byte[] scorer) = SavedModel.Of(model.Learned);
        var saved = new SavedChurnModel(learned, model.Calibration, model.Contract, model.TrainedScores, model.Card);
        File.Write(path, new Dictionary<string, byte[]> { [Description] = JsonSerializer.SerializeToUtf8Bytes(saved), [Scorer] = scorer });
    }

    public static ChurnModel Load(string path)
    {
        var parts = File.Read(path);
        var saved = JsonSerializer.Deserialize<SavedChurnModel>(parts[Description])!;
        return new(saved.Model.Restore(parts[Scorer], TreeScorer.Probability), saved.Calibration, saved.Contract, saved.Scores, saved.Card);
    }
}
