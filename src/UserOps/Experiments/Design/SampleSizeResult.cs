using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Experiments.Design;

/// <summary>The users that an effect needs.</summary>
/// <param name="Effect">The effect, on the scale of the plan.</param>
/// <param name="Control">Users of control.</param>
/// <param name="Treatment">Users of each treatment.</param>
/// <param name="Total">Users of all arms.</param>
/// <param name="Days">Days until they have come; null where the traffic is not known.</param>
public sealed record PlannedArms(double Effect, long Control, long Treatment, long Total, int? Days);

/// <summary>How many users and days an experiment needs.</summary>
public sealed record SampleSizeResult : AnalysisResult
{
    internal SampleSizeResult() { }

    /// <summary>What was asked.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>The users for half to twice the effect of the plan.</summary>
    public required IReadOnlyList<PlannedArms> Sizes { get; init; }

    /// <summary>The users for the effect of the plan.</summary>
    public PlannedArms Needed => Sizes.First(size => size.Effect == Plan.Effect);

    /// <summary>The days in whole weeks, so that every day of the week counts alike; null where the traffic is not known.</summary>
    public int? DaysInWholeWeeks => Needed.Days is { } days ? (days + 6) / 7 * 7 : null;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "How many users does the experiment need?",
        [
            new("Effect", Plan.EffectFormat()), new("Control", Format.Count), new(Plan.Treatments == 1 ? "Treatment" : "Each treatment", Format.Count),
            new("All arms", Format.Count), new("Days", Format.Count),
        ],
        Sizes.Select(size => new object?[] { size.Effect, size.Control, size.Treatment, size.Total, size.Days }),
        Plan.Describe());

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        double[] shares = [.. Enumerable.Range(1, 20).Select(i => i / 10.0)];
        return new LineChart(
            "Chance to find the effect", [.. shares.Select(share => (object)Math.Round(share * Needed.Total))], new("Users of all arms", Format.Count), new("Power", Format.Percent(0)),
            [new($"Effect {Plan.EffectFormat().Write(Plan.Effect)}", [.. shares.Select(share => Plan.PowerWith(Math.Max(2 / Math.Min(1, Plan.ControlWeight), share * Needed.Treatment)))])]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. NotesOfPlan()];

    private IEnumerable<string> NotesOfPlan()
    {
        if (Plan.CovariateCorrelation != 0)
            yield return $"With CUPED, {Format.Percent(0).Write(Plan.VarianceLeft)} of the variance is left: without the covariate the experiment needs {Format.Count.Write((Plan with { CovariateCorrelation = 0 }).Arms().Total)} users.";
        if (DaysInWholeWeeks is { } days)
            yield return $"Run it for {days} days: whole weeks, so that every day of the week counts alike.";
        if (Plan.Treatments > 1)
            yield return $"{Plan.Treatments} treatments share the false-positive rate: each is compared with control at {Format.Percent(2).Write(1 - Plan.Alpha)}.";
        yield return "Looking before the end and stopping at the first significant day finds differences that are not there: plan the looks, or use an always-valid interval.";
    }
}
