namespace UserOps.Learning;

/// <summary>Rows that a trainer sees.</summary>
/// <param name="Matrix">The features.</param>
/// <param name="Outcomes">1 and 0, or amounts.</param>
/// <param name="Weights">The weight of each row.</param>
/// <param name="Ids">The user of each row.</param>
internal sealed record TrainingRows(FeatureMatrix Matrix, double[] Outcomes, float[] Weights, IReadOnlyList<string> Ids)
{
    public MatrixView Binary() => MatrixView.Binary(Matrix, Outcomes, Weights);

    public MatrixView Amounts() => MatrixView.Regression(Matrix, Outcomes);

    /// <summary>The rows of most users and, apart from them, those of one part of the users.</summary>
    public (TrainingRows Most, TrainingRows Part) SetApart(int parts, int seed)
    {
        (int[] part, int[] most) = Folds.Split(Folds.Of(Ids, Outcomes, parts, seed), 0);
        return (Select(most), Select(part));
    }

    private TrainingRows Select(int[] rows) => new(
        Matrix.Select(rows), [.. rows.Select(row => Outcomes[row])], [.. rows.Select(row => Weights[row])], [.. rows.Select(row => Ids[row])]);
}
