using Microsoft.ML;
using Microsoft.ML.Data;

namespace UserOps.Learning;

/// <summary>Boosted trees as ML.NET fitted them.</summary>
/// <param name="Model">The fitted transformer.</param>
/// <param name="Output">The column of its output that is the score.</param>
/// <param name="Width">Columns of the matrix.</param>
internal sealed record TreeScorer(ITransformer Model, string Output, int Width) : IScorer
{
    public const string Probability = "Probability", Value = "Score";

    public static TreeScorer Load(Stream stream, string output, int width) => new(new MLContext(0).Model.Load(stream, out _), output, width);

    public void Save(Stream stream) => new MLContext(0).Model.Save(Model, MatrixView.Unlabelled(new(0, Width)).Schema, stream);

    public double[] Score(FeatureMatrix matrix) =>
        [.. Model.Transform(MatrixView.Unlabelled(matrix)).GetColumn<float>(Output).Select(score => (double)score)];
}
