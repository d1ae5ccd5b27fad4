using UserOps.Display;

namespace UserOps.Experiments.Reporting;

/// <summary>What to do with the treatment.</summary>
public enum Decision
{
    /// <summary>Give it to everyone.</summary>
    Ship,
    /// <summary>Decide nothing yet: something must be mended or weighed first.</summary>
    Hold,
    /// <summary>Give it up.</summary>
    Stop,
    /// <summary>Let the experiment go on.</summary>
    KeepRunning,
}

/// <summary>The decision about an experiment in one sentence, and what it rests on.</summary>
public sealed record Verdict : AnalysisResult
{
    internal Verdict() { }

    /// <summary>What to do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The best treatment by the deciding metric; null where none can be told.</summary>
    public required MetricComparison? Deciding { get; init; }

    /// <summary>Until when to keep running; null where that is not the decision or no day can be told.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What stands behind it, for the caption.</summary>
    public required string Basis { get; init; }

    /// <summary>Caveats that stand with the sentence.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new("Decision", [new("What to do", Format.Text), new("Why", Format.Text)], [[Word, Sentence]], Basis);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Caveats;

    private string Word => Decision switch
    {
        Decision.Ship => "Ship",
        Decision.Hold => "Hold",
        Decision.Stop => "Stop",
        _ => Until is { } day ? $"Keep running until {day:yyyy-MM-dd}" : "Keep running",
    };
}
