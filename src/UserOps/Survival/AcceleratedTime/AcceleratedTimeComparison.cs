using UserOps.Display;

namespace UserOps.Survival;

/// <summary>Models of accelerated time side by side, the best first.</summary>
public sealed record AcceleratedTimeComparison : AnalysisResult
{
    internal AcceleratedTimeComparison() { }

    /// <summary>The models, the smallest Akaike criterion first.</summary>
    public required IReadOnlyList<AcceleratedTimeResult> Models { get; init; }

    /// <summary>The model with the smallest criterion.</summary>
    public AcceleratedTimeResult Best => Models[0];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Which shape fits the time to {Best.Data.EventName}?",
        [new("Distribution", Format.Text), new("Log-likelihood", Format.Number()), new("AIC", Format.Number()), new("Worse than best", Format.Number()), new("Scale", Format.Number(3))],
        Models.Select(model => new object?[] { model.Name, model.LogLikelihood, model.Akaike, model.Akaike - Best.Akaike, model.Scale }),
        Best.Data.Describe("AIC = 2 × (parameters − log-likelihood)"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => ["A difference of AIC below 2 is none worth naming. The best of four may still fit badly: compare its curve with the observed one."];
}
