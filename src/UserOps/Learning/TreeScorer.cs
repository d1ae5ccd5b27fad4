using Microsoft.ML;
using Microsoft.ML.Data;

namespace UserOps.Learning;

/// <summary>Boosted trees as ML.NET fitted them.</summary>
/// <param name="model">The fitted transformer.</param>
/// <param name="output">The column of its output that is the score.</param>
/// <param name="width">Columns of the matrix.</param>
internal sealed class TreeScorer(ITransformer model, string output, int width) : IScorer
{
    public const string Probability = "Probability", Value = "Score";

    private readonly FlatTrees? _trees = FlatTrees.Of(model);

    public static TreeScorer Load(Stream stream, string output, int width) => new(new MLContext(0).Model.Load(stream, out _), output, width);

    public void Save(Stream stream) => new MLContext(0).Model.Save(model, MatrixView.Unlabelled(new(0, width)).Schema, stream);

    public double[] Score(FeatureMatrix matrix)
    {
        double[] scores = new double[matrix.Rows];
        var others = new List<int>();
        for (int row = 0; row < scores.Length; row++)
            if (_trees is not null && !HasMissing(matrix.Row(row)))
                scores[row] = _trees.Score(matrix.Row(row));
            else
                others.Add(row);
        if (others.Count > 0)
            foreach (var (i, score) in ScoreByModel(others.Count == matrix.Rows ? matrix : matrix.Select([.. others])).Index())
                scores[others[i]] = score;
        return scores;
    }

    /// <summary>The scores as ML.NET reckons them.</summary>
    internal IEnumerable<float> ScoreByModel(FeatureMatrix matrix) => model.Transform(MatrixView.Unlabelled(matrix)).GetColumn<float>(output);

    private static bool HasMissing(ReadOnlySpan<float> row)
    {
        foreach (float value in row)
            if (float.IsNaN(value))
                return true;
        return false;
    }
}
