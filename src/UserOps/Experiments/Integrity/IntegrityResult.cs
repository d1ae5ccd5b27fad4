using UserOps.Display;

namespace UserOps.Experiments.Integrity;

/// <summary>How a check of an experiment ended.</summary>
public enum CheckStatus
{
    /// <summary>Nothing speaks against the experiment here.</summary>
    Passed,
    /// <summary>Something to know; the result can be read.</summary>
    Warning,
    /// <summary>The arms are not comparable, or were not what they seem: no effect can be trusted.</summary>
    Failed,
    /// <summary>The data do not allow this check.</summary>
    NotChecked,
}

/// <summary>One check of an experiment.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Finding">What was found, with numbers.</param>
/// <param name="Remedy">What to do or what was done; empty where nothing is.</param>
public sealed record IntegrityCheck(string Name, CheckStatus Status, string Finding, string Remedy = "");

/// <summary>Whether an experiment was carried out as planned: looked at before any effect.</summary>
public sealed record IntegrityResult : AnalysisResult
{
    internal IntegrityResult() { }

    /// <summary>The checks, in order.</summary>
    public required IReadOnlyList<IntegrityCheck> Checks { get; init; }

    /// <summary>The test of the sizes of the arms.</summary>
    public required SampleRatio SampleRatio { get; init; }

    /// <summary>What stands behind it, for the caption.</summary>
    public required string Basis { get; init; }

    /// <summary>The checks that failed.</summary>
    public IEnumerable<IntegrityCheck> Failures => Checks.Where(check => check.Status == CheckStatus.Failed);

    /// <summary>Whether no check failed.</summary>
    public bool IsSound => !Failures.Any();

    /// <summary>The p-value of the sample ratio as a named number of a report.</summary>
    public Metric Metric => new("experiment.sample_ratio_p", SampleRatio.PValue, "p")
    {
        Label = "Sample-ratio mismatch, p",
        N = SampleRatio.Counts.Sum(),
        Definition = "chance of arm sizes at least as far from the plan, were the assignment as planned",
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        IsSound ? "Integrity: the arms can be compared" : "Integrity: the arms cannot be compared as they are",
        [new("Check", Format.Text), new("Result", Format.Text), new("Found", Format.Text), new("What to do", Format.Text)],
        Checks.Select(check => new object?[] { check.Name, Word(check.Status), check.Finding, check.Remedy }),
        Basis);

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "✓ passed",
        CheckStatus.Warning => "! note",
        CheckStatus.Failed => "✗ FAILED",
        _ => "– not checked",
    };
}
