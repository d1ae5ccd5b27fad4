namespace UserOps.Survival;

/// <summary>How events at the same time are treated.</summary>
public enum Ties
{
    /// <summary>Efron's approximation: close to exact at little cost.</summary>
    Efron,
    /// <summary>Breslow's approximation: pulls coefficients towards 0 where ties are many.</summary>
    Breslow,
    /// <summary>The exact discrete (conditional logistic) likelihood: for times that are truly discrete.</summary>
    Exact,
}

/// <summary>Which errors coefficients are given.</summary>
public enum CoxErrors
{
    /// <summary>From the likelihood: right where the model is.</summary>
    Model,
    /// <summary>The sandwich over persons: right also where the spells of a person, or of a cluster, depend on each other.</summary>
    Robust,
}

/// <summary>What is asked about the drivers of an event.</summary>
public sealed record CoxDefinition
{
    /// <summary>The columns whose effects are asked for.</summary>
    public required IReadOnlyList<Covariate> Covariates { get; init; }

    /// <summary>How events at the same time are treated.</summary>
    public Ties Ties { get; init; } = Ties.Efron;

    /// <summary>A column each value of which has its own baseline hazard; one for all when absent.</summary>
    public string? Strata { get; init; }

    /// <summary>Which errors coefficients are given.</summary>
    public CoxErrors Errors { get; init; } = CoxErrors.Model;

    /// <summary>The column of the clusters of robust errors; the person when absent.</summary>
    public string? Cluster { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;
}
