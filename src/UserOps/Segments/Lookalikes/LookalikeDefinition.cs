namespace UserOps.Segments.Lookalikes;

/// <summary>What is asked about users who look like those of an audience.</summary>
public sealed record LookalikeDefinition
{
    /// <summary>The features by which users are compared; all but those that the audience was chosen by when empty.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Into how many parts users are divided: each part is scored by a model of the other parts; 2 to 20.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Where the random numbers begin: of the parts, of the model, of the bootstrap.</summary>
    public int Seed { get; init; } = 1;
}
