using UserOps.Activity;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.Retention;

/// <summary>Growth accounting by step: new + resurrected − dormant is the change in active users.</summary>
public sealed record LifecycleResult : AnalysisResult
{
    internal LifecycleResult() { }

    /// <summary>What was asked.</summary>
    public required LifecycleDefinition Definition { get; init; }

    /// <summary>The days reported.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the steps.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>One entry a step, in order.</summary>
    public required IReadOnlyList<LifecycleStep> Steps { get; init; }

    /// <summary>Whether the export says when users signed up.</summary>
    public required bool HasSignups { get; init; }

    /// <summary>What comparisons of the quick ratio between runs need.</summary>
    internal Func<MetricEvidence?>? Evidence { get; init; }

    /// <summary>The quick ratio as a metric of a report; null where there is none.</summary>
    public Metric? Metric => QuickRatio is not { } ratio ? null : new("lifecycle.quick_ratio", ratio, "ratio")
    {
        Label = "Quick ratio",
        Definition = $"(New + resurrected) ÷ dormant users over all full {Step}s.",
        Better = Direction.Up,
        Evidence = Evidence,
    };

    /// <summary>Quick ratio over all steps that have one: all who came ÷ all who left; null where nobody left.</summary>
    public double? QuickRatio => Steps.Sum(step => step.Dormant) is > 0 and var gone ? (double?)Steps.Sum(step => step.New + step.Resurrected) / gone : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Active users by {Step}: who came, stayed and left",
        [
            new(Definition.Grain.ToString(), Format.Date), new("Active", Format.Count), new("New", Format.Count), new("Retained", Format.Count),
            new("Resurrected", Format.Count), new("Dormant", Format.Count), new("Change", Format.Count), new("Quick ratio", Format.Number()),
        ],
        Steps.Select(step => new object?[] { step.Start, step.Active, step.New, step.Retained, step.Resurrected, step.Dormant, step.Change, step.QuickRatio }),
        Caption.Of(
            Steps.Sum(step => (long)(step.Active ?? 0)), $"user-{Step}s", Period, Calendar, QualifyingEvents.Describe(Definition.Events),
            "change = new + resurrected − dormant", "quick ratio = (new + resurrected) ÷ dormant"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"Who came, stayed and left by {Step}",
        [.. Steps.Select(step => Format.Date.Write(step.Start))],
        new($"First day of the {Step}", Format.Text),
        new("Users", Format.Count),
        [Bars("New", step => step.New), Bars("Retained", step => step.Retained), Bars("Resurrected", step => step.Resurrected), Bars("Dormant", step => -step.Dormant)])
    { Stacked = true, Subtitle = $"{Period} · dormant users below the axis" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Steps.Any(step => step.New is null) ? (string[])[$"Blank: the {Step}, or the one before it, is not fully in the data."] : [],
        .. HasSignups ? (string[])[] : ["The export has no sign-up: users from before the data count as new when they are first seen."],
    ];

    private string Step => Definition.Grain.ToString().ToLowerInvariant();

    private Series Bars(string name, Func<LifecycleStep, int?> count) => new(name, [.. Steps.Select(step => count(step) ?? double.NaN)]);
}
