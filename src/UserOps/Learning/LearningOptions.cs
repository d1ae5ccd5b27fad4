namespace UserOps.Learning;

/// <summary>What a fit is told besides rows and outcomes.</summary>
internal sealed record LearningOptions
{
    public required Learner Learner { get; init; }

    /// <summary>The seed of every random draw. Each fit runs on one thread, so that it decides everything.</summary>
    public int Seed { get; init; } = 1;

    public ClassWeight Weights { get; init; } = ClassWeight.Equal;

    public NumberStyle Style => Learner switch
    {
        Learner.LightGbm => NumberStyle.Raw,
        Learner.FastTree => NumberStyle.Imputed,
        _ => NumberStyle.Standardised,
    };
}
