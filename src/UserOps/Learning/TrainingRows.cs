namespace UserOps.Learning;

/// <summary>Rows that a trainer sees.</summary>
/// <param name="Matrix">The features.</param>
/// <param name="Outcomes">1 and 0, or amounts.</param>
/// <param name="Weights">The weight of each row.</param>
/// <param name="Ids">The user of each row.</param>
internal sealed record TrainingRows(FeatureMatrix Matrix, double[] Outcomes, float[] Weights, IReadOnlyList<string> Ids)
{
    // ML.NET cannot make a model of one tree that is a single leaf of exactly 0, and LightGBM hands it that where no split helps and the mean (of log-odds, of amounts) is 0.
    private const float Hair = 1e-5f;

    public MatrixView Binary()
    {
        double yes = Outcomes.Zip(Weights, (outcome, weight) => outcome * weight).Sum(), all = Weights.Sum(weight => (double)weight);
        return MatrixView.Binary(Matrix, Outcomes, 2 * yes == all ? [Weights[0] * (1 + Hair), .. Weights[1..]] : Weights);
    }

    public MatrixView Amounts() => MatrixView.Regression(Matrix, Outcomes.Sum() == 0 ? [Outcomes[0] + Hair * Math.Max(1, Math.Abs(Outcomes[0])), .. Outcomes[1..]] : Outcomes);

    /// <summary>The rows of most users and, apart from them, those of one part of the users.</summary>
    public (TrainingRows Most, TrainingRows Part) SetApart(int parts, int seed)
    {
        (int[] part, int[] most) = Folds.Split(Folds.Of(Ids, Outcomes, parts, seed), 0);
        return (Select(most), Select(part));
    }

    private TrainingRows Select(int[] rows) => new(
        Matrix.Select(rows), [.. rows.Select(row => Outcomes[row])], [.. rows.Select(row => Weights[row])], [.. rows.Select(row => Ids[row])]);
}
