using UserOps.Decomposition;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Experiments.Views;

/// <summary>One step from exposure to payment.</summary>
/// <param name="Name">What the step leads to.</param>
/// <param name="Control">Its rate in control: how often the step was taken ÷ how often the one before; the first one a user exposed, the last one an amount a payment.</param>
/// <param name="Treatment">Its rate in treatment.</param>
/// <param name="Effect">The effect on the rate; null where a step is empty.</param>
/// <param name="Contribution">Its part of the difference at the end of the steps.</param>
public sealed record StepEffect(string Name, double Control, double Treatment, Effect? Effect, double Contribution);

/// <summary>Which step between exposure and payment the treatment moved: the difference at the end, split over the steps without a rest.</summary>
/// <remarks>Users are the independent units (delta method), however often they take a step. Steps after the first are rates among those who came so far, whom the
/// treatment itself chose: they say where the effect arises, not what it would be for all.</remarks>
public sealed record StepEffectsResult : AnalysisResult
{
    internal StepEffectsResult() { }

    /// <summary>The treatment.</summary>
    public required string Arm { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<StepEffect> Steps { get; init; }

    /// <summary>The exact split of the difference.</summary>
    public required KpiChange Change { get; init; }

    /// <summary>How values at the end of the steps are printed.</summary>
    public required Format Format { get; init; }

    /// <summary>The level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>The step whose rate moved most clearly; null where none did.</summary>
    public StepEffect? Moved => Steps.Where(step => step.Effect is { } effect && effect.Absolute.PValue < (1 - Level) / Steps.Count).MinBy(step => step.Effect!.Absolute.PValue);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Change.Before.Name}: which step moved",
        [
            new("Step", Format.Text), new("Control", Format.Text), new("Treatment", Format.Text), new("Relative", Format.Percent()), new("Lower", Format.Percent()),
            new("Upper", Format.Percent()), new("p", Format.Text), new("Adds to the difference", Format),
        ],
        [
            .. Steps.Zip(Change.Before.Leaves, (step, leaf) => new object?[]
            {
                step.Name, leaf.Format.Write(step.Control), leaf.Format.Write(step.Treatment), step.Effect?.Relative?.Value, step.Effect?.Relative?.Interval.Lower, step.Effect?.Relative?.Interval.Upper,
                step.Effect is { } effect ? PWords.Cell(effect.Absolute.PValue) : null, step.Contribution,
            }),
            [Change.Before.Name, Format.Write(Change.Before.Value), Format.Write(Change.After.Value), Change.Before.Value == 0 ? null : Change.Change / Change.Before.Value, null, null, null, Change.Change],
        ],
        $"'{Arm}' against control · each step ÷ the one before, counted over all users exposed · {Caption.PerCent(Level)} intervals · split by additive LMDI-I, no rest");

    /// <inheritdoc/>
    public override Chart ToChart() => new WaterfallChart(
        $"{Change.Before.Name}: from control to treatment", "control", Change.Before.Value, [.. Steps.Select(step => step.Name)], [.. Steps.Select(step => step.Contribution)], Arm,
        new(Change.Before.Name, Format));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        Moved is { } step ? $"The step that moved is '{step.Name}' ({PWords.Of(step.Effect!.Absolute.PValue)}, clear also after correction for {Steps.Count} steps)."
            : "No step moved clearly after correction for their number.",
        "Steps after the first are rates among those who came so far; they say where an effect arises.",
    ];
}
