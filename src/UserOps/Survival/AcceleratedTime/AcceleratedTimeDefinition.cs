namespace UserOps.Survival;

/// <summary>The shape of the time to the event.</summary>
public enum LifetimeDistribution
{
    /// <summary>The hazard rises or falls steadily with time.</summary>
    Weibull,
    /// <summary>The hazard stays the same: Weibull with scale 1.</summary>
    Exponential,
    /// <summary>The hazard rises first and falls later; the logarithm of time is normal.</summary>
    LogNormal,
    /// <summary>Like log-normal with more very long times; odds of survival keep their ratio.</summary>
    LogLogistic,
}

/// <summary>What is asked about what stretches or shortens the time to an event.</summary>
public sealed record AcceleratedTimeDefinition
{
    /// <summary>The columns whose effects are asked for; none fits the distribution alone.</summary>
    public IReadOnlyList<Covariate> Covariates { get; init; } = [];

    /// <summary>The shape of the time.</summary>
    public LifetimeDistribution Distribution { get; init; } = LifetimeDistribution.Weibull;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
