namespace UserOps.Learning;

/// <summary>A learned model as text and bytes.</summary>
/// <param name="Learner">How it was learnt.</param>
/// <param name="Encoder">How features are coded.</param>
/// <param name="OddsFactor">What the odds of a weighted fit are multiplied by.</param>
internal sealed record SavedModel(Learner Learner, FeatureEncoder Encoder, double OddsFactor)
{
    public static (SavedModel Model, byte[] Scorer) Of(LearnedModel model)
    {
        using var stream = new MemoryStream();
        model.Scorer.Save(stream);
        return (new(model.Learner, model.Encoder, model.OddsFactor), stream.ToArray());
    }

    /// <param name="scorer">What the scorer wrote.</param>
    /// <param name="output">The score of a model of trees: <see cref="TreeScorer.Probability"/> or <see cref="TreeScorer.Value"/>.</param>
    public LearnedModel Restore(byte[] scorer, string output)
    {
        using var stream = new MemoryStream(scorer);
        IScorer restored = Learner == Learner.Linear ? LinearScorer.Load(stream) : TreeScorer.Load(stream, output, Encoder.Slots.Count);
        return LearnedModel.Restore(Learner, Encoder, restored, OddsFactor);
    }
}
