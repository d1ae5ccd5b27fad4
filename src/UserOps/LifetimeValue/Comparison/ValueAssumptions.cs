using UserOps.Display;

namespace UserOps.LifetimeValue.Comparison;

/// <summary>What must hold for each method to be right.</summary>
public sealed record ValueAssumptions : AnalysisResult
{
    internal ValueAssumptions() { }

    /// <summary>The comparison.</summary>
    public required ComparisonResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What each method assumes", [new("Method", Format.Text), new("Assumes", Format.Text)], Of.Methods.Select(method => new object?[] { method.Name, method.Assumption }));
}
