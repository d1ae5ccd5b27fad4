using UserOps.Experiments.Effects;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments.Reporting;

/// <summary>One metric in a treatment beside control.</summary>
public sealed record MetricComparison
{
    internal MetricComparison() { }

    /// <summary>The metric.</summary>
    public required ExperimentMetric Metric { get; init; }

    /// <summary>The name of the treatment.</summary>
    public required string Arm { get; init; }

    /// <summary>The value in control, without adjustment; null where it has none.</summary>
    public double? Control { get; init; }

    /// <summary>The value in treatment, without adjustment; null where it has none.</summary>
    public double? Treatment { get; init; }

    /// <summary>How many units of control have a value.</summary>
    public required long ControlCount { get; init; }

    /// <summary>How many units of the treatment have a value.</summary>
    public required long TreatmentCount { get; init; }

    /// <summary>The effect by the method that fits the metric; null where it cannot be told, see <see cref="Refusal"/>.</summary>
    public Effect? Effect { get; init; }

    /// <summary>Why there is no effect; null where there is one.</summary>
    public string? Refusal { get; init; }

    /// <summary>The effect with what was known before taken out; null where nothing was.</summary>
    public Cuped? Cuped { get; init; }

    /// <summary>The contrast without adjustment, for other methods; null for bootstrapped metrics.</summary>
    public Contrast? Plain { get; init; }

    /// <summary>Who did it of control and of the treatment; null where the metric is no share of users.</summary>
    public (ProportionCounts Control, ProportionCounts Treatment)? Counts { get; init; }

    /// <summary>The p-value, one-sided, of a worsening by the margin of a guardrail or more (non-inferiority); null for other metrics and where it cannot be told.</summary>
    public double? MarginPValue { get; init; }

    /// <summary>The p-value corrected by Holm: for the number of treatments where the metric decides, else for the other success metrics and treatments; null for guardrails and refusals.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>What a reader must know of these numbers.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The effect in the direction that is good: its sign is turned where lower is better.</summary>
    internal (double Value, double Worst, double Best)? Good
    {
        get
        {
            if (Effect is not { Absolute: { } effect })
                return null;
            return Metric.Better == Display.Direction.Down
                ? (-effect.Value, -effect.Interval.Upper, -effect.Interval.Lower)
                : (effect.Value, effect.Interval.Lower, effect.Interval.Upper);
        }
    }

    /// <summary>Whether the treatment is better, at the level asked for.</summary>
    public bool IsBetter => Good is { Worst: > 0 } && !(AdjustedPValue >= 1 - Level);

    /// <summary>Whether the treatment is worse, at the level asked for; not corrected: harm is stopped early.</summary>
    public bool IsWorse => Good is { Best: < 0 };

    /// <summary>Whether a guardrail holds: a worsening by its margin or more is excluded, with half of what the level leaves on its side.</summary>
    public bool Holds => MarginPValue is { } p && p < (1 - Level) / 2;

    private double Level => Effect!.Absolute.Test.Level;
}
