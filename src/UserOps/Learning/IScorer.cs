namespace UserOps.Learning;

/// <summary>A fitted model over a matrix.</summary>
internal interface IScorer
{
    /// <summary>A score for each row: a probability for outcomes, an amount for amounts.</summary>
    double[] Score(FeatureMatrix matrix);

    void Save(Stream stream);
}
