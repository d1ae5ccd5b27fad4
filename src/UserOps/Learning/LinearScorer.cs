using System.Text.Json;

namespace UserOps.Learning;

/// <summary>A weighted sum, as it is or through the logistic function.</summary>
/// <param name="Weights">A weight for each column of the matrix.</param>
/// <param name="Bias">The sum of a row of zeros.</param>
/// <param name="IsLogistic">Whether the score is a probability.</param>
internal sealed record LinearScorer(double[] Weights, double Bias, bool IsLogistic) : IScorer
{
    public static LinearScorer Load(Stream stream) => JsonSerializer.Deserialize<LinearScorer>(stream)!;

    public void Save(Stream stream) => JsonSerializer.Serialize(stream, this);

    public double[] Score(FeatureMatrix matrix)
    {
        double[] scores = new double[matrix.Rows];
        for (int row = 0; row < scores.Length; row++)
        {
            double sum = Bias;
            var values = matrix.Row(row);
            for (int column = 0; column < values.Length; column++)
                sum += Weights[column] * values[column];
            scores[row] = IsLogistic ? 1 / (1 + Math.Exp(-sum)) : sum;
        }
        return scores;
    }
}
