namespace UserOps.Survival;

/// <summary>How much each time counts when survival is compared.</summary>
public abstract record LogRankWeights
{
    private LogRankWeights() { }

    /// <summary>All events count alike: most powerful where hazards are proportional.</summary>
    public sealed record LogRank : LogRankWeights;

    /// <summary>Early events count more, by the number at risk (Gehan's generalised Wilcoxon test).</summary>
    public sealed record Gehan : LogRankWeights;

    /// <summary>Early events count more, by the square root of the number at risk (Tarone and Ware).</summary>
    public sealed record TaroneWare : LogRankWeights;

    /// <summary>By survival just before the event to the power rho (Fleming and Harrington): 1 stresses early events, 0 is the log-rank test.</summary>
    /// <param name="Rho">The power, a finite number.</param>
    public sealed record FlemingHarrington(double Rho) : LogRankWeights;

    /// <summary>The weight of a time.</summary>
    internal double At(int atRisk, double survival) => this switch
    {
        Gehan => atRisk,
        TaroneWare => Math.Sqrt(atRisk),
        FlemingHarrington power => Math.Pow(survival, power.Rho),
        _ => 1,
    };

    /// <summary>The name of the test.</summary>
    internal string Describe() => this switch
    {
        Gehan => "Gehan's test",
        TaroneWare => "Tarone–Ware test",
        FlemingHarrington power => FormattableString.Invariant($"Fleming–Harrington test, ρ = {power.Rho}"),
        _ => "log-rank test",
    };
}

/// <summary>What is asked when survival is compared between groups.</summary>
public sealed record LogRankDefinition
{
    /// <summary>The column whose values are compared.</summary>
    public required string By { get; init; }

    /// <summary>A column within whose values groups are compared; over all when absent.</summary>
    public string? Strata { get; init; }

    /// <summary>How much each time counts.</summary>
    public LogRankWeights Weights { get; init; } = new LogRankWeights.LogRank();
}
