using UserOps.Statistics;

namespace UserOps.Survival;

/// <summary>What is asked about survival over time.</summary>
public sealed record SurvivalCurvesDefinition
{
    /// <summary>The column that splits the curve; one curve of all when absent.</summary>
    public string? By { get; init; }

    /// <summary>The horizon of the restricted mean; when absent, the longest time for which every curve is known; one that has come down to 0 is known for ever.</summary>
    public double? Until { get; init; }

    /// <summary>The scale of the pointwise intervals.</summary>
    public SurvivalBand Band { get; init; } = SurvivalBand.LogLog;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
