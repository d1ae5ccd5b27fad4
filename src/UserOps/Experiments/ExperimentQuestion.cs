using UserOps.Experiments.Metrics;

namespace UserOps.Experiments;

/// <summary>What is asked of an experiment, wherever its data come from.</summary>
public abstract record ExperimentQuestion
{
    /// <summary>The metrics; the first decides. When absent: from an export, the share of users who order and the revenue a user.</summary>
    public IReadOnlyList<ExperimentMetric> Metrics { get; init; } = [];

    /// <summary>The arm that the others are compared with; when absent the one whose name says it (control, A, old, 对照 …), else the first by name.</summary>
    public string? Control { get; init; }

    /// <summary>The planned weight of each arm by name, such as 9 to 1; equal when absent.</summary>
    public IReadOnlyDictionary<string, double>? Split { get; init; }

    /// <summary>The lift, as a fraction of control above 0, that would be worth shipping: it says when a test without a clear result may end.</summary>
    public double WorthwhileLift { get; init; } = 0.05;

    /// <summary>The columns by which effects are looked at apart, known before assignment; their combinations also serve as strata.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>The confidence level of all intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of bootstrapped intervals.</summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="UserOpsException">A number is out of range, or a metric's name repeats.</exception>
    internal void Check(IReadOnlyList<ExperimentMetric> metrics)
    {
        _ = new EffectTest { Level = Level }.Checked();
        if (!(WorthwhileLift > 0 && double.IsFinite(WorthwhileLift)))
            throw new UserOpsException(FormattableString.Invariant($"A worthwhile lift of {WorthwhileLift} was asked for; a fraction above 0 is needed, such as 0.05."));
        if (metrics.Count == 0 || metrics[0].Role == MetricRole.Guardrail)
            throw new UserOpsException("No metric to decide by: name at least one that the treatment is meant to move, before any guardrail.");
        if (metrics.GroupBy(metric => metric.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new UserOpsException($"Two metrics are called '{repeated.Key}'. Give each its own name.");
        foreach (var metric in metrics)
            metric.Check();
    }
}

/// <summary>An experiment of an export: who was exposed comes from its table of exposures, what they did from events and orders.</summary>
public sealed record ExperimentDefinition : ExperimentQuestion
{
    /// <summary>The name of the experiment; the only one in the table when absent.</summary>
    public string? Experiment { get; init; }

    /// <summary>How many days of 24 hours after exposure count, 1 or more; users who have not had them are left out. When absent everything up to <see cref="Until"/> counts.</summary>
    public int? WithinDays { get; init; }

    /// <summary>The local day before which what users do counts: the day after the experiment's last. The end of the data when absent.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many days of 24 hours before exposure serve as covariate and to check that the arms were alike, 1 or more.</summary>
    public int PreDays { get; init; } = 28;

    /// <summary>The events from exposure to payment, such as checkout and pay: says which step moved. Revenue, where there are orders, is the last.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The event at which users meet the change; one before exposure, while the experiment runs, is a fault of the assignment.</summary>
    public string? Trigger { get; init; }
}

/// <summary>What several rows of one unit in a wide table mean.</summary>
public enum RepeatedRows
{
    /// <summary>They are duplicates: the first counts, the others are reported.</summary>
    KeepFirst,
    /// <summary>They are observations, such as visits of a user who was assigned as a whole: means over rows, with cluster-robust errors.</summary>
    Cluster,
}

/// <summary>An experiment in a wide table: one row a user (or a visit) with the arm and the outcomes.</summary>
/// <param name="Variant">The column that names the arm.</param>
public sealed record ExperimentTableDefinition(string Variant) : ExperimentQuestion
{
    /// <summary>The column that names the unit of assignment; each row is one when absent.</summary>
    public string? Id { get; init; }

    /// <summary>What several rows of one unit mean.</summary>
    public RepeatedRows Repeated { get; init; }

    /// <summary>The column that says when the row was exposed; needed for the view over days.</summary>
    public string? At { get; init; }

    /// <summary>The column that says when it was assigned, no later than exposure.</summary>
    public string? AssignedAt { get; init; }

    /// <summary>The column that says what was shown, such as the page: rows in which it contradicts the arm are left out and reported. Found by itself when absent.</summary>
    public string? Shown { get; init; }
}
